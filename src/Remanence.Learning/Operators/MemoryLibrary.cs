using Remanence.Memories;

namespace Remanence.Operators;

/// <summary>
/// Files of memories on this machine, one a workspace, which the flow <c>vector_store</c> loads and dumps. Registered as a service. Thread-safe.
/// </summary>
public abstract class MemoryLibrary
{
    /// <summary>The file of a workspace's library.</summary>
    /// <param name="path">The folder that the caller names; empty when it names none.</param>
    /// <param name="workspace">The workspace.</param>
    /// <exception cref="InvalidRequestException">It is none of the allowed folders, or the workspace has no legal name.</exception>
    public abstract string Locate(string path, string workspace);

    /// <summary>All memories of the file; of several with one id the last.</summary>
    /// <param name="file">What <see cref="Locate"/> gave.</param>
    /// <param name="workspace">Where the memories go, whatever the file says.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">There is none, it cannot be read, or it holds something else.</exception>
    public abstract Task<IReadOnlyList<Memory>> ReadAsync(string file, string workspace, CancellationToken cancellationToken);

    /// <summary>Writes the file, which is whole at every moment.</summary>
    /// <param name="file">What <see cref="Locate"/> gave; its folder is created.</param>
    /// <param name="memories">What to write.</param>
    /// <param name="cancellationToken">Stops the writing; the file is then as it was.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="InvalidRequestException">It cannot be written, or would replace what is no library.</exception>
    public abstract Task<int> WriteAsync(string file, IAsyncEnumerable<Memory> memories, CancellationToken cancellationToken);
}
