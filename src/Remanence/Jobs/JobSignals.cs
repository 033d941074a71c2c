namespace Remanence.Jobs;

/// <summary>Tells those in this process who wait: workers that a job was queued, others that a job of theirs changed. Thread-safe.</summary>
internal sealed class JobSignals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _watchers = new(StringComparer.Ordinal);
    private TaskCompletionSource _queued = NewSource();

    /// <summary>Completes when the next job is queued; taken before looking, so that none falls between.</summary>
    public Task NextQueued => Volatile.Read(ref _queued).Task;

    /// <summary>Whether nobody works here any more, so that nobody should wait for it.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Wakes everybody who waits.</summary>
    public void Stop()
    {
        string[] watched;
        lock (_lock)
        {
            Stopped = true;
            watched = [.. _watchers.Keys];
        }

        Array.ForEach(watched, Changed);
    }

    public void Queued() => Interlocked.Exchange(ref _queued, NewSource()).SetResult();

    public void Changed(string jobId)
    {
        Action[] actions;
        lock (_lock)
        {
            actions = _watchers.TryGetValue(jobId, out var found) ? [.. found] : [];
        }

        foreach (var action in actions)
        {
            action();
        }
    }

    /// <summary>Has an action called whenever a job changed, until what it returns is disposed.</summary>
    public IDisposable Watch(string jobId, Action changed)
    {
        lock (_lock)
        {
            if (!_watchers.TryGetValue(jobId, out var watchers))
            {
                _watchers.Add(jobId, watchers = []);
            }

            watchers.Add(changed);
        }

        return new Watcher(this, jobId, changed);
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Leave(string jobId, Action changed)
    {
        lock (_lock)
        {
            if (_watchers.TryGetValue(jobId, out var watchers) && watchers.Remove(changed) && watchers.Count == 0)
            {
                _watchers.Remove(jobId);
            }
        }
    }

    private sealed class Watcher(JobSignals signals, string jobId, Action changed) : IDisposable
    {
        public void Dispose() => signals.Leave(jobId, changed);
    }
}
