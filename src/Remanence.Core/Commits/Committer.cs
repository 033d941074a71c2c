using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Commits;

/// <summary>
/// The one way in which the engine changes memories: durable in the store first, then whatever follows from it, such as that searches see it.
/// </summary>
/// <param name="store">Where changes become durable.</param>
/// <param name="steps">What happens around each commit, in this order before it and after it.</param>
internal sealed class Committer(MemoryStore store, IReadOnlyList<CommitStep> steps)
{
    private const int MaxAttempts = 5;

    public async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var (whole, result) = await StoreAsync(changes, cancellationToken);
        if (!result.AlreadyApplied)
        {
            foreach (var step in steps)
            {
                await step.CommittedAsync(whole, result);
            }
        }

        return result;
    }

    /// <summary>Erases memories beyond recovery, and what cannot stand without them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ids">The memories; some may be in the history only.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Honoured until erasing begins.</param>
    public async Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var all = ids;
            var changed = new List<MemoryUpdate>();
            foreach (var step in steps)
            {
                var with = await step.ErasingAsync(workspace, ids, now, cancellationToken);
                all = with.Ids.Count == 0 ? all : [.. all.Union(with.Ids, StringComparer.Ordinal)];
                changed.AddRange(with.Changed);
            }

            if (changed.Count > 0)
            {
                await CommitAsync(
                    new ChangeSet
                    {
                        Id = Identifiers.New(now),
                        Workspace = workspace,
                        At = now,
                        Actor = "erase",
                        Updates = changed,
                    },
                    cancellationToken);
            }

            return await store.EraseAsync(workspace, all, cancellationToken);
        }
        finally
        {
            Forget(workspace);
        }
    }

    /// <summary>Erases all that belongs to a scope.</summary>
    public async Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await store.EraseAsync(scope, cancellationToken);
        }
        finally
        {
            Forget(scope.Workspace);
        }
    }

    /// <summary>Erases a workspace.</summary>
    public async Task<Erasure> DropAsync(string workspace, CancellationToken cancellationToken)
    {
        try
        {
            return await store.DropWorkspaceAsync(workspace, cancellationToken);
        }
        finally
        {
            Forget(workspace);
        }
    }

    // Whatever the store made of it, nobody must know more than the store.
    private void Forget(string workspace)
    {
        foreach (var step in steps)
        {
            step.Forget(workspace);
        }
    }

    // What goes with the change may be changed by somebody else at the same moment, which is no fault of the caller's.
    private async Task<(ChangeSet Changes, CommitResult Result)> StoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var prepared = await PrepareAsync(changes, cancellationToken);
            var whole = NulCharacters.TakeOut(prepared);
            try
            {
                return (whole, await store.CommitAsync(whole, cancellationToken));
            }
            catch (Exception exception)
                when (exception is MemoryConflictException or MemoryNotFoundException && prepared.Updates.Count > changes.Updates.Count && attempt < MaxAttempts
                )
            { }
        }
    }

    private async Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            changes = await step.PrepareAsync(changes, cancellationToken);
        }

        return changes;
    }
}
