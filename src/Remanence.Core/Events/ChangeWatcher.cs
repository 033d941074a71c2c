using System.Runtime.CompilerServices;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Changes;

namespace Remanence.Events;

/// <summary>Follows a workspace: what changed since a commit, then every commit as it happens.</summary>
internal sealed class ChangeWatcher(MemoryStore store)
{
    private const int PageSize = 100;

    private readonly IChangeFeed _feed = store as IChangeFeed
        ?? throw new ArgumentException($"{store.GetType().Name} cannot be watched: it has no change feed.", nameof(store));

    public async IAsyncEnumerable<MemoryChange> WatchAsync(Scope scope, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A workspace created again goes on above the numbers of the one before, so a number known of that one misses nothing of this.
        var known = after ?? (await store.GetFreshnessAsync(scope.Workspace, cancellationToken))?.Sequence ?? 0;
        while (true)
        {
            await _feed.WaitAsync(scope.Workspace, known, cancellationToken);
            var latest = (await store.GetFreshnessAsync(scope.Workspace, cancellationToken))?.Sequence ?? known;

            // A page at a time: a reader who takes none of it must not have the whole workspace lie in memory. One is held back, until it is known whether its
            // commit goes on.
            MemoryChange? last = null;
            string? cursor = null;
            do
            {
                var page = await _feed.QueryChangesAsync(scope.Workspace, known, cursor, PageSize, cancellationToken);
                foreach (var change in page.Items)
                {
                    latest = Math.Max(latest, change.Sequence);
                    if (await SeesAsync(scope, change, cancellationToken))
                    {
                        if (last is not null)
                        {
                            yield return last with { EndsCommit = last.Sequence != change.Sequence };
                        }

                        last = change;
                    }
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);

            if (last is not null)
            {
                yield return last with { EndsCommit = true };
            }

            // Commits that touch no memory are passed over.
            known = Math.Max(known, latest);
        }
    }

    // Whose a memory was that is gone, only its history tells; of an erased one nobody but the whole workspace hears.
    private async Task<bool> SeesAsync(Scope scope, MemoryChange change, CancellationToken cancellationToken)
    {
        if (change.Memory is { } memory)
        {
            return scope.Sees(memory.Scope);
        }

        if (scope is { User: null, Agent: null, Session: null })
        {
            return true;
        }

        var history = await store.GetHistoryAsync(scope.Workspace, change.MemoryId, cancellationToken);
        return history.Count > 0 && history[^1].Before is { } before && scope.Sees(before.Scope);
    }
}
