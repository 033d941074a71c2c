using Remanence.Memories;

namespace Remanence.Services;

/// <summary>Changes to memories by hand.</summary>
public interface IMemoryEditing
{
    /// <summary>Changes a memory.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="patch">The changes.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken = default);
}
