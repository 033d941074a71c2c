using Remanence.Jobs;

namespace Remanence.Stores;

/// <summary>
/// The times of jobs, which are all by the store's own clock, whatever the clocks of those who write say: what every store does alike when it writes one.
/// </summary>
public static class JobClock
{
    /// <summary>A job of a change set as it is stored: its times count from <see cref="ChangeSet.At"/>, which is now.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="job">The job in it.</param>
    /// <param name="stored">The job that it replaces; null: it is new.</param>
    /// <param name="now">The store's time.</param>
    public static Job Put(ChangeSet changes, Job job, Job? stored, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(job);
        var ahead = now - changes.At;
        return job with
        {
            DueAt = stored?.DueAt == job.DueAt ? job.DueAt : job.DueAt + ahead,
            LeaseUntil = stored?.LeaseUntil == job.LeaseUntil ? job.LeaseUntil : job.LeaseUntil + ahead,
            RecordedAt = stored?.RecordedAt ?? job.RecordedAt + ahead,
            UpdatedAt = After(stored, now),
        };
    }

    /// <summary>A due job as a worker gets it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="owner">The worker.</param>
    /// <param name="lease">How long it holds the job.</param>
    /// <param name="now">The store's time.</param>
    public static Job Lease(Job job, string owner, TimeSpan lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job with
        {
            State = JobState.Running,
            Attempts = job.Attempts + 1,
            Failures = job.Failures + (job.State == JobState.Running ? 1 : 0),
            LeaseOwner = owner,
            LeaseUntil = now + lease,
            UpdatedAt = After(job, now),
        };
    }

    /// <summary>A job as an update leaves it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="stored">The job as it is; null: there is none.</param>
    /// <param name="now">The store's time.</param>
    /// <returns>Null when the job is not as the caller read it.</returns>
    public static Job? Update(JobUpdate update, Job? stored, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(update);
        var expected = update.Expected;
        if (stored is null
            || stored.Scope != expected.Scope
            || stored.State != expected.State
            || stored.UpdatedAt != expected.UpdatedAt
            || stored.LeaseOwner != expected.LeaseOwner
            || stored.Attempts != expected.Attempts)
        {
            return null;
        }

        var runs = update.Changed.State == JobState.Running;
        return update.Changed with
        {
            DueAt = update.DueIn is { } due ? now + due : stored.DueAt,
            LeaseOwner = runs ? update.Changed.LeaseOwner : null,
            LeaseUntil = !runs ? null : update.LeaseFor is { } lease ? now + lease : stored.LeaseUntil,
            RecordedAt = stored.RecordedAt,
            UpdatedAt = After(stored, now),
        };
    }

    // It tells two states of a job apart, so it never stands still, though the clock may.
    private static DateTimeOffset After(Job? stored, DateTimeOffset now) => stored is null || stored.UpdatedAt < now ? now : stored.UpdatedAt.AddTicks(1);
}
