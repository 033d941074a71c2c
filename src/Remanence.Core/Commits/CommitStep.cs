using Remanence.Stores;

namespace Remanence.Commits;

/// <summary>
/// What must happen around a commit: something goes with the change set in the same atomic step, or is told of it when it is durable. The steps of an engine
/// are put together where the engine is; the committer knows none of them. Thread-safe.
/// </summary>
public abstract class CommitStep
{
    /// <summary>
    /// The change set with what has to go with it; the same object where there is nothing to add. Called again, with the same change set, when what was added
    /// has been overtaken by somebody else's commit.
    /// </summary>
    /// <param name="changes">What is to be committed, with what the steps before this one added.</param>
    /// <param name="cancellationToken">Stops the preparation; nothing is committed then.</param>
    public virtual Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken) => Task.FromResult(changes);

    /// <summary>Tells of a change set that is durable. Must not fail of what the next use can make good, and is not cancelled.</summary>
    /// <param name="changes">The change set as it was stored.</param>
    /// <param name="result">What the store made of it.</param>
    public virtual Task CommittedAsync(ChangeSet changes, CommitResult result) => Task.CompletedTask;

    /// <summary>What has to go, or to change, with memories that are about to be erased beyond recovery. Default: nothing.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ids">The memories; some may be in the history only.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public virtual Task<ErasedWith> ErasingAsync(string workspace, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(ErasedWith.Nothing);

    /// <summary>Something of the workspace was erased, or all of it, or that was tried: nothing that is known of it may be used any more.</summary>
    /// <param name="workspace">The workspace.</param>
    public virtual void Forget(string workspace)
    {
    }
}
