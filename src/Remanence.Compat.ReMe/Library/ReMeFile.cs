using System.Runtime.CompilerServices;
using Remanence.Editing;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Transfer;

namespace Remanence.Compat.ReMe.Library;

/// <summary>A file of ReMe's <c>local</c> store, or one of its libraries: a workspace's memories, one a line.</summary>
/// <param name="Workspace">The workspace, by the file's name; ReMe's nameless one is called <c>default</c>.</param>
/// <param name="Path">The file.</param>
public sealed record ReMeFile(string Workspace, string Path)
{
    /// <summary>The files of a folder, by name; none where there is no folder.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<ReMeFile> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(Of)]
        : [];

    /// <summary>All memories of the file.</summary>
    /// <param name="time">The present, and the zone of times without one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">It cannot be read, or a line is not a memory.</exception>
    public Task<IReadOnlyList<Memory>> ReadAsync(TimeProvider time, CancellationToken cancellationToken) =>
        LibraryFile.ReadAsync(Path, new ReMeReader(Workspace, time), cancellationToken);

    /// <summary>The memories as an export has them.</summary>
    /// <param name="time">The present, and the zone of times without one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">It cannot be read, or a line is not a memory.</exception>
    public async IAsyncEnumerable<ExportRecord> ExportAsync(TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ExportRecord { Header = ExportHeader.Of(Workspace) };
        foreach (var memory in await ReadAsync(time, cancellationToken))
        {
            yield return new ExportRecord { Memory = MemoryDocument.From(memory) };
        }
    }

    /// <summary>Puts the memories into an engine, all or none, unless their workspace is there already.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="cancellationToken">Stops it; nothing is taken then.</param>
    /// <returns>How many; null where the workspace was there.</returns>
    /// <exception cref="InvalidRequestException">It cannot be read, or a line is not a memory.</exception>
    public async Task<int?> TakeIntoAsync(MemoryEngine engine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        if (await engine.Access.ExistsAsync(Workspace, cancellationToken))
        {
            return null;
        }

        var memories = await ReadAsync(engine.Access.Time, cancellationToken);
        await engine.Access.EditAsync(new Scope(Workspace), new ReplacePlan(memories, alone: false, "import", foreign: true), cancellationToken);
        return memories.Count;
    }

    private static ReMeFile Of(string path) => new(System.IO.Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : "default", path);
}
