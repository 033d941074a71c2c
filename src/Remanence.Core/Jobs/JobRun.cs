using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>One run of a job, for its handler.</summary>
public abstract class JobRun
{
    /// <summary>The jobs of this run, all of one scope and kind, oldest first; one, unless the kind is batched.</summary>
    public abstract IReadOnlyList<Job> Jobs { get; }

    /// <summary>The first of them.</summary>
    public Job Job => Jobs[0];

    /// <summary>The id under which the run's change set will be committed: the same in every attempt, so ids derived from it repeat.</summary>
    public abstract string ChangeSetId { get; }

    /// <summary>
    /// How the change set is planned again when what it was planned from (<see cref="ChangeSet.Reads"/>) has changed by the time of its commit, without the
    /// work before the plan being done again; null: the whole job is tried again.
    /// </summary>
    public Func<CancellationToken, Task<ChangeSet?>>? PlanAgain { get; set; }

    /// <summary>Tells how far the work is.</summary>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Stops the report.</param>
    public abstract Task ReportAsync(double progress, CancellationToken cancellationToken);
}
