using Remanence.Sqlite.Queries;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Writing;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore : IChangeFeed
{
    /// <inheritdoc/>
    public override async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        StoreArguments.Check(changes);
        var result = await Writer.RunAsync(database => SqliteCommit.Run(database, changes, Now), cancellationToken);
        _signals.Committed(changes);
        return result;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(memoryId, nameof(memoryId));
        return SqliteWorkspace.Find(database, workspace) is { } found
            ? (IReadOnlyList<HistoryEntry>)new SqliteHistory(database, workspace, found).Of(memoryId)
            : [];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryLinkingAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        return SqliteLinks.To(database, workspace, memoryIds, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(
            database => SqliteWorkspace.Find(database, workspace) is { } found ? new SqliteHistory(database, workspace, found).All() : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(database => SqliteQueries.Changes(database, workspace, afterSequence), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<MemoryChange>> QueryChangesAsync(string workspace, long afterSequence, string? cursor, int limit, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckLimit(limit);
        return SqliteChanges.Query(database, workspace, afterSequence, cursor, limit, cancellationToken);
    }, cancellationToken);

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
