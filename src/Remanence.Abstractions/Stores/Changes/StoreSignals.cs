using Remanence.Jobs;

namespace Remanence.Stores.Changes;

/// <summary>
/// Wakes those in this process who wait for a store's next commit or job: the store tells it of every write when that is durable, and of what it hears from
/// other processes. Nothing is lost between looking and waiting. Thread-safe.
/// </summary>
public sealed class StoreSignals
{
    private const string Queue = "";

    private readonly WaitingRoom _commits = new();
    private readonly WaitingRoom _jobs = new();
    private readonly WaitingRoom _queue = new();
    private long _heard;
    private volatile bool _closed;

    /// <summary>A commit is durable.</summary>
    /// <param name="changes">What it was.</param>
    public void Committed(ChangeSet changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        _commits.Wake(changes.Workspace);
        foreach (var job in changes.Jobs)
        {
            _jobs.Wake(job.Id);
        }

        if (changes.Jobs.Count > 0)
        {
            WakeQueue();
        }
    }

    /// <summary>Something was erased, or the workspace dropped, and with it perhaps jobs.</summary>
    /// <param name="workspace">The workspace.</param>
    public void Erased(string workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _commits.Wake(workspace);
        _jobs.WakeAll();
        WakeQueue();
    }

    /// <summary>A job changed outside a commit.</summary>
    /// <param name="job">The job as it is now.</param>
    public void Changed(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        _jobs.Wake(job.Id);
        if (job.State != JobState.Running)
        {
            WakeQueue();
        }
    }

    /// <summary>Ends all waiting, now and from now on, with <see cref="ObjectDisposedException"/>.</summary>
    public void Close()
    {
        _closed = true;
        _commits.WakeAll();
        _jobs.WakeAll();
        _queue.WakeAll();
    }

    /// <summary>What <see cref="IChangeFeed.WaitAsync"/> does.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="happened">Whether the commit is there; asked at once, and after each that the store is told of.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForCommitAsync(string workspace, Func<CancellationToken, ValueTask<bool>> happened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return _commits.WaitAsync(
            workspace,
            token =>
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                return happened(token);
            },
            cancellationToken);
    }

    /// <summary>What <see cref="MemoryStore.WaitForJobsAsync"/> does.</summary>
    /// <param name="known">What the last call returned.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken)
    {
        await _queue.WaitAsync(
            Queue,
            _ =>
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                return new(Interlocked.Read(ref _heard) > known);
            },
            cancellationToken);
        return Interlocked.Read(ref _heard);
    }

    /// <summary>What <see cref="MemoryStore.WaitForJobAsync"/> does.</summary>
    /// <param name="known">The job as it was read.</param>
    /// <param name="read">Reads it again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForJobAsync(Job known, Func<CancellationToken, Task<Job?>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(read);
        return _jobs.WaitAsync(
            known.Id,
            async token =>
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                return await read(token) is not { } job
                    || (job.State, job.Attempts, job.LeaseOwner) != (known.State, known.Attempts, known.LeaseOwner);
            },
            cancellationToken);
    }

    private void WakeQueue()
    {
        Interlocked.Increment(ref _heard);
        _queue.Wake(Queue);
    }
}
