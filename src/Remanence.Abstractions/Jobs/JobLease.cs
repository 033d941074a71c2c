namespace Remanence.Jobs;

/// <summary>Says that a worker holds a job: it runs, leased by this owner, in this attempt.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Owner">Its <see cref="Job.LeaseOwner"/>.</param>
/// <param name="Attempt">Its <see cref="Job.Attempts"/>.</param>
public sealed record JobLease(string JobId, string Owner, int Attempt)
{
    /// <summary>Whether this lease is the job's.</summary>
    /// <param name="job">The job as it is stored; null: it is gone.</param>
    public bool Holds(Job? job) =>
        job is { State: JobState.Running } && job.Id == JobId && job.LeaseOwner == Owner && job.Attempts == Attempt;
}
