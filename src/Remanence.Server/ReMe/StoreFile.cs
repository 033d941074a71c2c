using System.Runtime.CompilerServices;
using Remanence.Json;
using Remanence.Memories;
using Remanence.ReMe.Library;
using Remanence.Services;

namespace Remanence.Server.ReMe;

/// <summary>A file of ReMe's <c>local</c> store, or one of its libraries: a workspace's memories, one a line.</summary>
/// <param name="Workspace">The workspace, by the file's name; ReMe's nameless one is called <c>default</c>.</param>
/// <param name="Path">The file.</param>
internal sealed record StoreFile(string Workspace, string Path)
{
    /// <summary>The files of a folder, by name; none where there is no folder.</summary>
    public static IReadOnlyList<StoreFile> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(Of)]
        : [];

    /// <summary>All memories of the file.</summary>
    /// <exception cref="InvalidRequestException">It cannot be read, or a line is not a memory.</exception>
    public Task<IReadOnlyList<Memory>> ReadAsync(TimeProvider time, CancellationToken cancellationToken) =>
        LibraryFile.ReadAsync(Path, new ReMeReader(Workspace, time), cancellationToken);

    /// <summary>The memories as an export has them.</summary>
    /// <exception cref="InvalidRequestException">As above.</exception>
    public async IAsyncEnumerable<ExportRecord> ExportAsync(TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ExportRecord { Header = new ExportHeader("remanence-export", 1, Workspace) };
        foreach (var memory in await ReadAsync(time, cancellationToken))
        {
            yield return new ExportRecord { Memory = MemoryDocument.From(memory) };
        }
    }

    private static StoreFile Of(string path) => new(System.IO.Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : "default", path);
}
