namespace Remanence.Diagnostics;

// A clock that never goes back: when the one below it is set back, it goes on from where it was, at the pace of that one. What is due at a time of it is
// delayed by nobody who sets a clock. Thread-safe.
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private TimeSpan _ahead;

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                if (now < _last)
                {
                    _ahead += _last - now;
                }

                _last = now;
                return now + _ahead;
            }
        }
    }

    // Goes on from a time of an earlier clock that this would else stay behind.
    public void GoOnFrom(DateTimeOffset earlier)
    {
        var behind = earlier - Now;
        if (behind > TimeSpan.Zero)
        {
            lock (_lock)
            {
                _ahead += behind;
            }
        }
    }
}
