using Remanence.Commits;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>
/// One attempt at a job or batch: it holds the leases, keeps them alive, learns that one was lost, and ends them all in one way. Every write to the jobs goes
/// through its gate, so that the attempt always knows them as they are stored.
/// </summary>
internal sealed class JobAttempt : JobRun, IDisposable
{
    private readonly MemoryStore _store;
    private readonly JobOptions _options;
    private readonly TimeProvider _time;
    private readonly string _owner;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _cancellation;
    private readonly CancellationTokenSource _ended = new();
    private readonly Job[] _jobs;
    private double _progress;
    private long _reported;
    private bool _over;
    private Task _heartbeat = Task.CompletedTask;

    public JobAttempt(
        MemoryStore store, JobOptions options, TimeProvider time, string owner, IReadOnlyList<Job> jobs, CancellationToken stopping)
    {
        _store = store;
        _options = options;
        _time = time;
        _owner = owner;
        _jobs = [.. jobs];
        Jobs = [.. jobs];
        _reported = time.GetTimestamp();
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Token = _cancellation.Token;
    }

    /// <summary>The jobs as they were when the attempt began.</summary>
    public override IReadOnlyList<Job> Jobs { get; }

    public override string ChangeSetId => "job/" + Job.Id;

    /// <summary>Fires when a lease is lost or the worker stops.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether a job of the attempt was cancelled, erased or taken over.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Begins to keep the leases alive.</summary>
    public void Begin() => _heartbeat = BeatAsync();

    /// <inheritdoc/>
    public override async Task ReportAsync(double progress, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _progress = Math.Clamp(double.IsNaN(progress) ? 0 : progress, 0, 1);

            // A handler may report a thousand times a second; a reader looks once.
            if (_time.GetElapsedTime(_reported) >= TimeSpan.FromSeconds(1))
            {
                await RenewAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Commits the work and the finished jobs in one step.</summary>
    /// <exception cref="JobLeaseLostException">Not all jobs were held any more; nothing was stored.</exception>
    public async Task<CommitResult> CommitAsync(Committer committer, ChangeSet? work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = _time.GetUtcNow();
            var empty = new ChangeSet { Id = ChangeSetId, Workspace = Job.Scope.Workspace, At = now, Actor = Job.Kind };
            var made = JobResult.ToPayload(work);
            var changes = new ChangeSet(work ?? empty)
            {
                Id = ChangeSetId,
                Workspace = Job.Scope.Workspace,
                Leases = [.. _jobs.Select(job => new JobLease(job.Id, _owner, job.Attempts))],
                Jobs =
                [
                    .. work?.Jobs ?? [],
                    .. _jobs.Select(job => job with
                    {
                        State = JobState.Succeeded, Payload = made, Progress = 1, Error = null, LeaseOwner = null, LeaseUntil = null, UpdatedAt = now,
                    }),
                ],
            };
            var result = await committer.CommitAsync(changes, cancellationToken);
            if (result.AlreadyApplied)
            {
                // An earlier run did this work and ended, and then the job was queued once more: what this run found is its own, and its jobs must end, too.
                result = await committer.CommitAsync(new ChangeSet(changes) { Id = $"{ChangeSetId}/{Identifiers.New(now)}" }, cancellationToken);
            }

            _over = true;
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Gives up the leases that are still held, each job changed as told and due as it was or so long from now.</summary>
    public async Task ReleaseAsync(Func<Job, Job> change, TimeSpan? dueIn = null)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_over)
            {
                return;
            }

            _over = true;
            await Task.WhenAll(_jobs.Select(job => _store.TryUpdateJobAsync(
                new JobUpdate(job, change(job) with { Progress = 0 }) { DueIn = dueIn }, CancellationToken.None)));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends the heartbeat.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync();
        await _heartbeat;
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _ended.Dispose();
        _gate.Dispose();
    }

    private async Task BeatAsync()
    {
        // Somebody else changes a job of this attempt only to take it away, which the beat finds out.
        var taken = Task.WhenAny(_jobs.Select(job => _store.WaitForJobAsync(job, _ended.Token)));
        while (!_ended.IsCancellationRequested)
        {
            using (var pause = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token))
            {
                var next = Task.Delay(_options.LeaseTime / 3, _time, pause.Token);
                await (taken.IsCompleted ? Task.WhenAny(next) : Task.WhenAny(taken, next));
                await pause.CancelAsync();
            }

            if (!_ended.IsCancellationRequested)
            {
                await BeatOnceAsync();
            }
        }
    }

    private async Task BeatOnceAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            await RenewAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is RemanenceException or ObjectDisposedException)
        {
            // The store is away: the next beat may find it again, and the commit asks in any case.
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (_over || IsLost)
        {
            return;
        }

        _reported = _time.GetTimestamp();
        var kept = await Task.WhenAll(Enumerable.Range(0, _jobs.Length).Select(i => RenewAsync(i, cancellationToken)));
        if (kept.Contains(false))
        {
            IsLost = true;
            await _cancellation.CancelAsync();
        }
    }

    private async Task<bool> RenewAsync(int at, CancellationToken cancellationToken)
    {
        var update = new JobUpdate(_jobs[at], _jobs[at] with { Progress = _progress }) { LeaseFor = _options.LeaseTime };
        if (await _store.TryUpdateJobAsync(update, cancellationToken) is not { } renewed)
        {
            return false;
        }

        _jobs[at] = renewed;
        return true;
    }
}
