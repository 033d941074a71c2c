using System.Runtime.CompilerServices;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Events;

/// <summary>Follows a workspace: what changed since a commit, then every commit as it happens.</summary>
internal sealed class ChangeWatcher(MemoryStore store)
{
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
            var changes = new List<MemoryChange>();
            await foreach (var change in _feed.ReadChangesAsync(scope.Workspace, known, cancellationToken))
            {
                latest = Math.Max(latest, change.Sequence);
                if (await SeesAsync(scope, change, cancellationToken))
                {
                    changes.Add(change);
                }
            }

            changes = [.. changes.OrderBy(change => change.Sequence)];
            for (var i = 0; i < changes.Count; i++)
            {
                yield return changes[i] with { EndsCommit = i + 1 == changes.Count || changes[i + 1].Sequence != changes[i].Sequence };
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
