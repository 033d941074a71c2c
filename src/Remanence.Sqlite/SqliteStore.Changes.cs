using Remanence.Sqlite.Queries;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(database => SqliteQueries.Changes(database, workspace, afterSequence), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<MemoryChange>> QueryChangesAsync(string workspace, long afterSequence, string? cursor, int limit, CancellationToken cancellationToken) =>
        Read(
            database =>
            {
                StoreArguments.RequireText(workspace, nameof(workspace));
                StoreArguments.CheckLimit(limit);
                return SqliteChanges.Query(database, workspace, afterSequence, cursor, limit, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return _signals.WaitForCommitAsync(
            workspace, async token => (await GetFreshnessAsync(workspace, token))?.Sequence > afterSequence, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken) => new(Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return SqliteQueries.Freshness(database, workspace);
    }, cancellationToken));
}
