using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>
/// Stops asking an endpoint that has failed <see cref="Threshold"/> times in a row, for a while that doubles with each failed probe. Then one call is let
/// through; the others wait for its outcome no longer than to be told so. Thread-safe.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    public const int Threshold = 5;
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private TimeSpan _break = ShortestBreak;
    private int _failures;
    private long _openedAt;
    private bool _open;
    private bool _probing;

    /// <summary>Whether calls fail at once.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _open;
            }
        }
    }

    /// <summary>Fails while the circuit is open, before a call waits for anything.</summary>
    /// <exception cref="ModelException">It is open.</exception>
    public void ThrowIfOpen(ModelProfile profile)
    {
        lock (_lock)
        {
            if (_open && (_probing || Remaining() > TimeSpan.Zero))
            {
                throw Open(profile);
            }
        }
    }

    /// <summary>Lets a call through, or fails.</summary>
    /// <returns>Whether the call is the probe, on which the circuit's state depends.</returns>
    /// <exception cref="ModelException">It is open.</exception>
    public bool Enter(ModelProfile profile)
    {
        lock (_lock)
        {
            if (!_open)
            {
                return false;
            }

            if (_probing || Remaining() > TimeSpan.Zero)
            {
                throw Open(profile);
            }

            _probing = true;
            return true;
        }
    }

    /// <summary>The endpoint answered, if only to refuse.</summary>
    public void Answered(bool probe)
    {
        lock (_lock)
        {
            _open = false;
            _failures = 0;
            _break = ShortestBreak;
            _probing &= !probe;
        }
    }

    /// <summary>The endpoint did not answer.</summary>
    public void Silent(bool probe)
    {
        lock (_lock)
        {
            _failures++;
            if (probe)
            {
                _probing = false;
                _break = TimeSpan.FromTicks(Math.Min(_break.Ticks * 2, LongestBreak.Ticks));
                _openedAt = time.GetTimestamp();
            }
            else if (!_open && _failures >= Threshold)
            {
                _open = true;
                _openedAt = time.GetTimestamp();
            }
        }
    }

    /// <summary>The call ended without showing how the endpoint is.</summary>
    public void Unknown(bool probe)
    {
        lock (_lock)
        {
            _probing &= !probe;
        }
    }

    private TimeSpan Remaining() => _break - time.GetElapsedTime(_openedAt);

    private ModelException Open(ModelProfile profile)
    {
        var remaining = Remaining();
        var wait = remaining > TimeSpan.Zero ? remaining : ProbePatience;
        return new ModelException(
            ModelFailure.Unavailable,
            $"{profile.Name}: the endpoint has failed {_failures} times in a row and is left alone; it is tried again in "
            + $"{Math.Ceiling(wait.TotalSeconds):0} s.",
            profile.Name,
            wait,
            new CircuitOpenException());
    }
}
