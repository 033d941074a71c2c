using Remanence.Commits;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>Work that a caller asks for: queued before all that has no caller, waited for or not, and answered with what it made. Thread-safe.</summary>
public sealed class JobRequests
{
    private const int Looks = 10;
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(20);
    private readonly MemoryStore _store;
    private readonly Committer _committer;
    private readonly JobWaiter _waiter;
    private readonly TimeProvider _time;

    internal JobRequests(MemoryStore store, Committer committer, JobWaiter waiter, TimeProvider time) =>
        (_store, _committer, _waiter, _time) = (store, committer, waiter, time);

    /// <summary>The jobs of a kind in a scope that are not over, oldest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<Job> WaitingAsync(Scope scope, string kind, CancellationToken cancellationToken) =>
        _store.AllJobsAsync(scope, [JobState.Queued, JobState.Running, JobState.Retrying], cancellationToken).Where(job => job.Kind == kind);

    /// <summary>Queues jobs, those that wait already among them, with the priority of somebody who waits. Jobs that run are left to run.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="handler">Who will do them.</param>
    /// <param name="wait">Whether to wait for their end.</param>
    /// <param name="cancellationToken">Ends the waiting, not the jobs.</param>
    /// <returns>The memories that the jobs made or touched and the scope sees, and the jobs that are not over.</returns>
    /// <exception cref="JobFailedException">One was given up or cancelled while somebody waited.</exception>
    public async Task<WorkResult> RunAsync(Scope scope, IReadOnlyList<Job> jobs, JobHandler handler, bool wait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(handler);
        var now = _time.GetUtcNow();
        Job[] queued = [.. jobs.Where(job => job.State != JobState.Running).Select(job => Urgent(job, now))];
        if (queued.Length > 0)
        {
            await _committer.CommitAsync(
                new ChangeSet
                {
                    Id = Identifiers.New(now),
                    Workspace = scope.Workspace,
                    At = now,
                    Actor = "work",
                    Jobs = queued,
                },
                cancellationToken);
        }

        return await AnswerAsync(scope, jobs, handler, wait, cancellationToken);
    }

    private static Job Urgent(Job job, DateTimeOffset now) => job with
    {
        State = JobState.Queued,
        Priority = 1,
        DueAt = now,
        Failures = 0,
        Error = null,
        UpdatedAt = now,
    };

    // A worker holds a job for a moment only to see whether its scope is quiet yet, and puts it back as it was.
    private async Task UrgeAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        for (
            var look = 0;
            look < Looks
                && await _store.GetJobAsync(workspace, id, cancellationToken)
                    is { Priority: 0, State: JobState.Queued or JobState.Running or JobState.Retrying } job;
            look++)
        {
            if (job.State == JobState.Running)
            {
                await Task.Delay(LookPause, _time, cancellationToken);
            }
            else if (
                await _store.TryUpdateJobAsync(
                    new JobUpdate(job, job with { State = JobState.Queued, Priority = 1 }) { DueIn = TimeSpan.Zero },
                    cancellationToken)
                is not null)
            {
                return;
            }
        }
    }

    private async Task<WorkResult> AnswerAsync(Scope scope, IReadOnlyList<Job> jobs, JobHandler handler, bool wait, CancellationToken cancellationToken)
    {
        var going = new List<string>();
        var made = new List<string>();
        foreach (var id in jobs.Select(job => job.Id))
        {
            await UrgeAsync(scope.Workspace, id, cancellationToken);
            var job = wait ? await _waiter.WaitAsync(scope.Workspace, id, cancellationToken) : await _store.GetJobAsync(scope.Workspace, id, cancellationToken);
            if (wait && job is { State: JobState.Dead or JobState.Cancelled })
            {
                throw JobEnd.GivenUp(job, "Everything is kept", $"was to {job.Kind}");
            }

            made.AddRange(job is null ? [] : JobResult.MemoriesOf(job));
            if (job is { State: JobState.Queued or JobState.Running or JobState.Retrying })
            {
                going.Add(id);
            }
        }

        var touched = await _store.GetAsync(scope.Workspace, [.. made.Distinct(StringComparer.Ordinal)], cancellationToken);
        return new WorkResult
        {
            Memories = [.. touched.Where(memory => scope.Sees(memory.Scope)).Select(MemoryDocument.From)],
            Mode = handler.UsesModel ? Modes.Inferred : Modes.Verbatim,
            JobIds = going,
        };
    }
}
