using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>The life of one leased job: its batch, its handler, and how it ends.</summary>
internal sealed class JobRunner(MemoryStore store, Committer committer, JobOptions options, TimeProvider time, ILogger logger)
{
    // So many vanished runs, for each failure that is allowed, and the job is taken for what makes the process vanish.
    private const int VanishedPerFailure = 4;

    private readonly JobBatcher _batcher = new(store, options);
    private readonly JobCommitter _commits = new(committer, time);
    private readonly Lock _lock = new();
    private readonly HashSet<JobAttempt> _running = [];
    private readonly ConcurrentDictionary<(string Kind, Type Failure), bool> _told = new();

    /// <summary>Runs a leased job.</summary>
    /// <param name="lead">The job.</param>
    /// <param name="handler">Its handler.</param>
    /// <param name="stopping">Fires when the worker stops.</param>
    /// <returns>After which time there may be work again because of this one; null: no time will bring it.</returns>
    public async Task<TimeSpan?> RunAsync(Job lead, JobHandler handler, CancellationToken stopping)
    {
        if (lead.Failures >= options.MaxAttempts * VanishedPerFailure)
        {
            await BuryAsync(lead, "Its worker vanished too often while it ran; see the server's log, then retry it.");
            return null;
        }

        IReadOnlyList<Job> batch;
        TimeSpan pause;
        try
        {
            (batch, pause) = await _batcher.FormAsync(lead, handler.IsBatched, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await PutBackAsync(lead, TimeSpan.Zero);
            return null;
        }

        if (!batch.Any(job => job.Id == lead.Id))
        {
            await PutBackAsync(lead, pause);
        }

        return batch.Count == 0 ? pause : await AttemptAsync(batch, lead.LeaseOwner!, handler, stopping);
    }

    /// <summary>Hands back the jobs of handlers that do not end. Whatever such a handler still brings, its leases are gone.</summary>
    public async Task AbandonAsync()
    {
        JobAttempt[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        foreach (var attempt in running)
        {
            JobLog.Abandoned(logger, attempt.Job.Kind);
            await attempt.ReleaseAsync(HandedBack);
            await attempt.EndAsync();
        }
    }

    // A job that waits for another attempt says so still, though this one did not count.
    private static Job HandedBack(Job job) => job with
    {
        State = job.Error is null ? JobState.Queued : JobState.Retrying,
        Attempts = job.Attempts - 1,
    };

    private async Task<TimeSpan?> AttemptAsync(IReadOnlyList<Job> batch, string owner, JobHandler handler, CancellationToken stopping)
    {
        using var activity = Telemetry.Start("job");
        activity?.SetTag("kind", handler.Kind);
        var started = time.GetTimestamp();
        using var attempt = new JobAttempt(store, options, time, owner, batch, stopping);
        lock (_lock)
        {
            _running.Add(attempt);
        }

        attempt.Begin();
        var outcome = "failed";
        try
        {
            var work = await handler.ExecuteAsync(attempt, attempt.Token);
            await _commits.CommitAsync(attempt, work);
            outcome = "succeeded";
            ForgetTold(handler.Kind);
            JobLog.Succeeded(logger, handler.Kind, attempt.Job.Attempts, batch.Count, time.GetElapsedTime(started).TotalSeconds);
            return null;
        }
        catch (JobDeferredException deferred)
        {
            outcome = "deferred";
            await attempt.ReleaseAsync(HandedBack, deferred.Pause);
            return deferred.Pause;
        }
        catch (Exception exception) when (exception is JobLeaseLostException || attempt.IsLost)
        {
            outcome = "lost";
            JobLog.Lost(logger, handler.Kind, attempt.Job.Attempts);
            await attempt.ReleaseAsync(HandedBack);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            outcome = "handed back";
            JobLog.HandedBack(logger, handler.Kind, attempt.Job.Attempts);
            await attempt.ReleaseAsync(HandedBack);
            return null;
        }
        catch (Exception exception)
        {
            Telemetry.Fail(activity, exception);
            return await FailAsync(attempt, exception);
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(attempt);
            }

            await attempt.EndAsync();
            EngineTelemetry.Ran(handler.Kind, outcome, time.GetElapsedTime(started));
        }
    }

    private async Task<TimeSpan?> FailAsync(JobAttempt attempt, Exception exception)
    {
        var failure = JobFailure.Of(exception);
        var counts = failure.Class == JobFailureClass.Fault;
        var times = counts ? attempt.Jobs.Max(job => job.Failures) + 1 : attempt.Jobs.Max(job => job.Attempts);
        var pause = failure.Pause(times, options, Random.Shared.NextDouble());
        var dead = attempt.Jobs.Count(job => counts && job.Failures + 1 >= options.MaxAttempts);
        await attempt.ReleaseAsync(
            job =>
            {
                var failed = job with { Failures = job.Failures + (counts ? 1 : 0), Error = failure.Reason };
                return failed with { State = counts && failed.Failures >= options.MaxAttempts ? JobState.Dead : JobState.Retrying };
            },
            pause);
        if (dead > 0)
        {
            EngineTelemetry.DeadJobs.Add(dead, new KeyValuePair<string, object?>("kind", attempt.Job.Kind));
            JobLog.Dead(
                logger,
                attempt.Job.Kind,
                attempt.Job.Attempts,
                failure.LoggedReason,
                failure.LoggedReason == failure.Reason ? null : exception.StackTrace);
        }
        else
        {
            var level = counts || IsNew(attempt.Job.Kind, exception) ? LogLevel.Warning : LogLevel.Debug;
            JobLog.Retrying(logger, level, attempt.Job.Kind, attempt.Job.Attempts, failure.Class, failure.LoggedReason, pause.TotalSeconds);
        }

        return pause;
    }

    // What keeps all jobs of a kind from their work is told with the first of them, until one is done. A store that is full or damaged has told so itself.
    private bool IsNew(string kind, Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreFullException or StoreDamagedException)
            {
                return false;
            }
        }

        return _told.TryAdd((kind, exception.GetType()), true);
    }

    private void ForgetTold(string kind)
    {
        foreach (var told in _told.Keys.Where(told => told.Kind == kind))
        {
            _told.TryRemove(told, out _);
        }
    }

    private Task<Job?> PutBackAsync(Job lead, TimeSpan pause) =>
        store.TryUpdateJobAsync(new JobUpdate(lead, HandedBack(lead)) { DueIn = pause }, CancellationToken.None);

    private async Task BuryAsync(Job lead, string reason)
    {
        await store.TryUpdateJobAsync(new JobUpdate(lead, lead with { State = JobState.Dead, Error = reason }), CancellationToken.None);
        EngineTelemetry.DeadJobs.Add(1, new KeyValuePair<string, object?>("kind", lead.Kind));
        JobLog.Dead(logger, lead.Kind, lead.Attempts, "vanished", stackTrace: null);
    }
}
