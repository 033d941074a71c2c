using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>Does one kind of background work. Called by the job worker, one call a job (or batch of jobs of one scope); thread-safe.</summary>
public abstract class JobHandler
{
    /// <summary>The <see cref="Job.Kind"/> that it takes.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Whether jobs of one scope are gathered until a quiet spell (<see cref="JobOptions.Quiet"/>) and run together, in the order in which they were queued. A
    /// payload's member <c>count</c> says how many messages a job stands for; without one it is one. Default false.
    /// </summary>
    public virtual bool IsBatched => false;

    /// <summary>
    /// Whether a chat model has a part in it. New messages are queued for a handler of <see cref="JobKinds.Consolidate"/> only where one has; without, it works
    /// when somebody asks. Default true.
    /// </summary>
    public virtual bool UsesModel => true;

    /// <summary>
    /// Does the work and says what it changes. The worker commits that together with the finished job, in one step: whatever happens before, the job runs
    /// again from its beginning; whatever happens after, it does not.
    /// </summary>
    /// <param name="run">The job, or jobs, and how to report progress.</param>
    /// <param name="cancellationToken">Fires when the lease is lost, the job is cancelled, or the worker stops.</param>
    /// <returns>What changes, its <see cref="ChangeSet.Jobs"/> and <see cref="ChangeSet.Id"/> left to the worker; null: nothing.</returns>
    /// <exception cref="Models.ModelException">A model failed; a transient one is tried again until the outage ends.</exception>
    public abstract Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken);
}
