namespace Remanence.Tests.Clocks;

/// <summary>
/// A clock that stands until it is moved; timers fire in their order, on the thread that moves it. Stands for the one of
/// Microsoft.Extensions.TimeProvider.Testing.
/// </summary>
/// <param name="start">Where it stands at first.</param>
internal sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TimeSpan _elapsed;

    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Timers that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = Elapsed + by;
        while (FireNext(until))
        {
        }

        lock (_lock)
        {
            _elapsed = until;
        }
    }

    /// <summary>
    /// Runs work that waits for nothing but this clock, moving the clock to the next timer whenever the work stands. On a pool thread, where what a timer sets
    /// off runs within the move.
    /// </summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work) => Task.Run(async () =>
    {
        var running = work();
        while (!running.IsCompleted)
        {
            if (!FireNext(TimeSpan.MaxValue))
            {
                // What a cancellation sets off comes by way of the pool.
                (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(10)))).ShouldBeSameAs(running, "the work waits for something else than the clock");
            }
        }

        return await running;
    });

    private bool FireNext(TimeSpan until)
    {
        ManualTimer? next;
        lock (_lock)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null || next.Due > until)
            {
                return false;
            }

            _timers.Remove(next);
            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
        }

        next.Fire();
        return true;
    }

    private sealed class ManualTimer(FakeTimeProvider time, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = time._elapsed + dueTime;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
