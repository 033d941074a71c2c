using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Stores;

/// <content>Jobs.</content>
public static partial class StoreArguments
{
    /// <summary>Checks a job.</summary>
    /// <param name="job">The job.</param>
    public static void Check(Jobs.Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        RequireStored(job.Id, "A job's id");
        CheckStoredScope(job.Scope);
        RequireStored(job.Kind, "A job's kind");
        CheckStored(job.Error, "A job's error");
        CheckStored(job.LeaseOwner, "A lease's owner");
        CheckJson(job.Payload, "A job's payload");
    }

    /// <summary>Checks a job and the state that shall replace it.</summary>
    /// <param name="update">Both.</param>
    public static void Check(JobUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        Check(update.Expected);
        Check(update.Changed);
        if (update.Expected.Id != update.Changed.Id || update.Expected.Scope != update.Changed.Scope)
        {
            throw new ArgumentException("A job keeps its id and its scope.", nameof(update));
        }
    }

    /// <summary>Checks what <see cref="MemoryStore.LeaseJobAsync"/> is asked.</summary>
    /// <param name="owner">The worker.</param>
    /// <param name="lease">The time.</param>
    /// <param name="kinds">The kinds.</param>
    public static void CheckLease(string owner, TimeSpan lease, IReadOnlyList<string> kinds)
    {
        RequireText(owner, nameof(owner));
        ArgumentOutOfRangeException.ThrowIfLessThan(lease, TimeSpan.Zero);
        CheckTexts(kinds, "A job's kind");
    }

    /// <summary>Checks what <see cref="MemoryStore.GetWaitingJobsAsync"/> is asked.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="limit">The limit.</param>
    public static void CheckWaiting(Scope scope, string kind, int limit)
    {
        CheckScope(scope);
        RequireText(kind, "A job's kind");
        CheckLimit(limit);
    }
}
