using System.Text.Json;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>Decides what runs with a leased job: itself alone, or, of a batched kind, all that waits in its scope once the scope is quiet.</summary>
internal sealed class JobBatcher(MemoryStore store, JobOptions options)
{
    private const int MostJobs = 1000;

    // After so many failures a job runs alone, so that one bad conversation does not take the others with it.
    private const int FailuresBeforeAlone = 2;

    /// <summary>Forms the batch of a leased job.</summary>
    /// <param name="lead">The job, held by <see cref="Job.LeaseOwner"/>.</param>
    /// <param name="isBatched">Whether its kind is batched.</param>
    /// <param name="cancellationToken">Honoured until the first job is taken.</param>
    /// <returns>The jobs to run, all held; or none, and after which time to look again.</returns>
    public async Task<(IReadOnlyList<Job> Batch, TimeSpan Pause)> FormAsync(Job lead, bool isBatched, CancellationToken cancellationToken)
    {
        if (!isBatched)
        {
            return ([lead], default);
        }

        // The moment of its lease, by the clock that all times of jobs go by.
        var now = lead.UpdatedAt;
        var waiting = await store.GetWaitingJobsAsync(lead.Scope, lead.Kind, MostJobs, cancellationToken);
        List<Job> all = [.. waiting.Append(lead).OrderBy(job => job.RecordedAt).ThenBy(job => job.Id, StringComparer.Ordinal)];
        var batch = Cut(all);
        if (ReadyAt(all, batch, now) is { } until && until > now)
        {
            return ([], until - now);
        }

        var taken = await Task.WhenAll(batch.Select(job => job.Id == lead.Id ? Task.FromResult<Job?>(lead) : TakeAsync(job, lead)));

        // The lead may come later in the queue than what fits; then the caller hands it back.
        return ([.. taken.OfType<Job>()], TimeSpan.Zero);
    }

    private static int WeightOf(Job job) =>
        job.Payload is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("count", out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var count) && count > 1
            ? count
            : 1;

    private List<Job> Cut(List<Job> all)
    {
        var batch = new List<Job>();
        var weight = 0L;
        foreach (var job in all)
        {
            weight += WeightOf(job);
            if (batch.Count > 0 && (weight > options.BatchMessages || job.Failures >= FailuresBeforeAlone || batch[0].Failures >= FailuresBeforeAlone))
            {
                break;
            }

            batch.Add(job);
        }

        return batch;
    }

    // Null: now. Somebody who waits for a job, and so gave it a priority, has all of its scope begin at once.
    private DateTimeOffset? ReadyAt(List<Job> all, List<Job> batch, DateTimeOffset now)
    {
        if (all.Exists(job => job.Priority > 0))
        {
            return null;
        }

        var backOff = batch.Where(job => job.State == JobState.Retrying).Select(job => job.DueAt).DefaultIfEmpty().Max();
        if (backOff > now)
        {
            return backOff;
        }

        if (all.Count > MostJobs || all.Sum(job => (long)WeightOf(job)) >= options.BatchMessages)
        {
            return null;
        }

        var quiet = all[^1].RecordedAt + options.Quiet;
        var patience = all[0].RecordedAt + options.MaxWait;
        return quiet < patience ? quiet : patience;
    }

    private Task<Job?> TakeAsync(Job job, Job lead)
    {
        var taken = job with
        {
            State = JobState.Running,
            Attempts = job.Attempts + 1,
            Failures = job.Failures + (job.State == JobState.Running ? 1 : 0),
            LeaseOwner = lead.LeaseOwner,
        };
        return store.TryUpdateJobAsync(new JobUpdate(job, taken) { LeaseFor = options.LeaseTime }, CancellationToken.None);
    }
}
