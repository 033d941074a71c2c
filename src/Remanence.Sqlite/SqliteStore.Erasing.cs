using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Erasing;
using Remanence.Sqlite.Writing;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken)
    {
        StoreArguments.CheckErasable(scope);
        return EraseAsync(scope.Workspace, database => SqliteErasure.Erase(database, scope), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        return EraseAsync(workspace, database => SqliteErasure.Erase(database, workspace, memoryIds), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task FinishErasuresAsync(CancellationToken cancellationToken) =>
        Writer is not null && _cleaning is { } cleaning ? cleaning.FinishAsync(cancellationToken) : throw NotOpen();

    private async Task<Erasure> EraseAsync(string workspace, Func<SqliteDatabase, Erasure> work, CancellationToken cancellationToken)
    {
        try
        {
            var erasure = await EraseWithRoomAsync(work, cancellationToken);
            _signals.Erased(workspace);
            return erasure == new Erasure() || await _cleaning!.TryFinishAsync()
                ? erasure
                : erasure with
                {
                    TracesUntil = _options.Time.GetUtcNow() + SqliteCleaning.Longest,
                };
        }
        finally
        {
            _room?.Reserve();
        }
    }

    private async Task<Erasure> EraseWithRoomAsync(Func<SqliteDatabase, Erasure> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Writer.RunAsync(work, cancellationToken);
        }
        catch (StoreFullException) when (_room!.Release())
        {
            return await Writer.RunAsync(work, cancellationToken);
        }
    }
}
