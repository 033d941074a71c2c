namespace Remanence.Stores.Changes;

/// <summary>Where tasks wait, each for a name, until somebody wakes that name. Thread-safe; a name that nobody waits for takes no room.</summary>
internal sealed class WaitingRoom
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Waiters> _waiters = new(StringComparer.Ordinal);

    /// <summary>Waits until something is so. It is asked at once, and again whenever the name is woken, also while it is being asked.</summary>
    public async Task WaitAsync(string name, Func<CancellationToken, ValueTask<bool>> isSo, CancellationToken cancellationToken)
    {
        var waiters = Enter(name);
        try
        {
            while (true)
            {
                var woken = waiters.Next;
                if (await isSo(cancellationToken))
                {
                    return;
                }

                await woken.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            Leave(name, waiters);
        }
    }

    public void Wake(string name)
    {
        Waiters? waiters;
        lock (_lock)
        {
            waiters = _waiters.GetValueOrDefault(name);
        }

        waiters?.Wake();
    }

    public void WakeAll()
    {
        Waiters[] all;
        lock (_lock)
        {
            all = [.. _waiters.Values];
        }

        foreach (var waiters in all)
        {
            waiters.Wake();
        }
    }

    private Waiters Enter(string name)
    {
        lock (_lock)
        {
            if (!_waiters.TryGetValue(name, out var waiters))
            {
                _waiters.Add(name, waiters = new Waiters());
            }

            waiters.Count++;
            return waiters;
        }
    }

    private void Leave(string name, Waiters waiters)
    {
        lock (_lock)
        {
            if (--waiters.Count == 0)
            {
                _waiters.Remove(name);
            }
        }
    }

    private sealed class Waiters
    {
        private TaskCompletionSource _next = NewSource();

        public int Count { get; set; }

        public Task Next => Volatile.Read(ref _next).Task;

        public void Wake() => Interlocked.Exchange(ref _next, NewSource()).SetResult();

        private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
