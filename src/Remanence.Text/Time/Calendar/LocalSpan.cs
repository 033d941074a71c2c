using System.Runtime.InteropServices;

namespace Remanence.Text.Time.Calendar;

/// <summary>
/// A half-open interval of wall-clock ticks in the speaker's zone. Plain numbers instead of <see cref="DateTime"/>,
/// so that arithmetic beyond the calendar's ends is harmless and is judged once, in <see cref="TimeContext.TryToInterval"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocalSpan(long Start, long End)
{
    /// <summary>Start of an interval without a beginning.</summary>
    public const long Beginning = long.MinValue;

    /// <summary>End of an interval without an end.</summary>
    public const long Forever = long.MaxValue;

    public int FirstDay => CalendarMath.DayOf(Start);

    public int LastDay => CalendarMath.DayOf(End - 1);

    public static LocalSpan Days(int firstDay, int count) =>
        new(firstDay * TimeSpan.TicksPerDay, (firstDay + (long)count) * TimeSpan.TicksPerDay);
}
