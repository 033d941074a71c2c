using System.Runtime.InteropServices;
using Remanence.Memories;

namespace Remanence.Text.Time.Calendar;

/// <summary>The moment, in the speaker's zone, against which relative expressions resolve.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TimeContext
{
    public TimeContext(DateTimeOffset reference)
        : this(reference.Ticks, reference.Offset)
    {
    }

    private TimeContext(long now, TimeSpan offset)
    {
        Now = now;
        Offset = offset;
        Today = CalendarMath.DayOf(now);
        (Year, Month, Day) = CalendarMath.Date(Today);
    }

    public long Now { get; }

    public TimeSpan Offset { get; }

    public int Today { get; }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public TimeContext At(long now) => new(now, Offset);

    /// <summary>False where an end lies outside what <see cref="DateTimeOffset"/> can hold, or the span is empty.</summary>
    public bool TryToInterval(LocalSpan span, out TimeInterval interval)
    {
        interval = default;
        if (span.Start >= span.End || !TryToInstant(span.Start, out var start) || !TryToInstant(span.End, out var end) || start >= end)
        {
            return false;
        }

        interval = new TimeInterval(start, end);
        return true;
    }

    private bool TryToInstant(long ticks, out DateTimeOffset instant)
    {
        switch (ticks)
        {
            case LocalSpan.Beginning:
                instant = DateTimeOffset.MinValue;
                return true;
            case LocalSpan.Forever:
                instant = DateTimeOffset.MaxValue;
                return true;
        }

        var last = DateTime.MaxValue.Ticks;
        var utc = ticks - Offset.Ticks;
        if (ticks < 0 || ticks > last || utc < 0 || utc > last)
        {
            instant = default;
            return false;
        }

        instant = new DateTimeOffset(ticks, Offset);
        return true;
    }
}
