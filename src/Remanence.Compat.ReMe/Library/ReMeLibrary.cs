using Remanence.Memories;
using Remanence.Operators;

namespace Remanence.Compat.ReMe.Library;

/// <summary>Libraries as ReMe keeps them: a line of JSON a memory.</summary>
/// <param name="paths">Where they may lie.</param>
/// <param name="time">The present, and the zone of times without one.</param>
internal sealed class ReMeLibrary(LibraryPaths paths, TimeProvider time) : MemoryLibrary
{
    public override string Locate(string path, string workspace) => paths.Resolve(path, workspace);

    public override Task<IReadOnlyList<Memory>> ReadAsync(string file, string workspace, CancellationToken cancellationToken) =>
        LibraryFile.ReadAsync(file, new ReMeReader(workspace, time), cancellationToken);

    public override Task<int> WriteAsync(string file, IAsyncEnumerable<Memory> memories, CancellationToken cancellationToken) =>
        LibraryFile.WriteAsync(file, memories, new ReMeWriter(time.LocalTimeZone), cancellationToken);
}
