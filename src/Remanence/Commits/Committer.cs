using Remanence.Stores;

namespace Remanence.Commits;

/// <summary>The one way in which the engine changes memories: durable in the store first, then whatever follows from it, such as that searches see it.</summary>
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
            catch (Exception exception) when (exception is MemoryConflictException or MemoryNotFoundException && prepared.Updates.Count > changes.Updates.Count && attempt < MaxAttempts)
            {
            }
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
