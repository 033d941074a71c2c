using Remanence.Embeddings;
using Remanence.Sqlite.Vectors;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(
        string workspace, EmbeddingSpace space, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.Check(space);
        return Stream(database => SqliteVectors.Read(database, workspace, space, afterSequence), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<MemoryVectors>> GetVectorsAsync(
        string workspace, EmbeddingSpace space, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.Check(space);
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        return SqliteVectors.Get(database, workspace, space, memoryIds);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<MemoryChange>> QueryUnembeddedAsync(
        string workspace, EmbeddingSpace space, string? cursor, int limit, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.Check(space);
        StoreArguments.CheckLimit(limit);
        return SqliteVectors.Unembedded(database, workspace, space, cursor, limit);
    }, cancellationToken);
}
