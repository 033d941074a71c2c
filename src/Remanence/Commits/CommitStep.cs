using Remanence.Stores;

namespace Remanence.Commits;

/// <summary>
/// What must happen around a commit: something goes with the change set in the same atomic step, or is told of it when it is durable. The steps of an engine are put together
/// where the engine is; the committer knows none of them. Thread-safe.
/// </summary>
internal abstract class CommitStep
{
    /// <summary>
    /// The change set with what has to go with it; the same object where there is nothing to add. Called again, with the same change set, when what was added has been overtaken by
    /// somebody else's commit.
    /// </summary>
    public virtual Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken) => Task.FromResult(changes);

    /// <summary>Tells of a change set that is durable. Must not fail of what the next use can make good, and is not cancelled.</summary>
    /// <param name="changes">The change set as it was stored.</param>
    /// <param name="result">What the store made of it.</param>
    public virtual Task CommittedAsync(ChangeSet changes, CommitResult result) => Task.CompletedTask;
}
