using System.Runtime.InteropServices;
using Remanence.Memories;

namespace Remanence.Text.Time.Calendar;

/// <summary>A part of a day or a clock time, in ticks from the day's beginning; a night runs past the day's end.</summary>
/// <param name="Start">First tick inside.</param>
/// <param name="End">First tick after.</param>
/// <param name="Precision">How exactly it was named.</param>
/// <param name="ZoneMinutes">The zone written beside a clock time, where it has one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayTime(long Start, long End, TimePrecision Precision, int? ZoneMinutes = null)
{
    public static DayTime Morning => Hours(5, 12);

    public static DayTime Afternoon => Hours(12, 18);

    public static DayTime Evening => Hours(18, 24);

    public static DayTime Night => Hours(18, 30);

    public static DayTime SmallHours => Hours(0, 6);

    public static DayTime Midday => Hours(11, 14);

    public static DayTime Hours(int from, int to) => new(from * TimeSpan.TicksPerHour, to * TimeSpan.TicksPerHour, TimePrecision.Hour);

    /// <param name="part">The vocabulary's value of a day part: 0 morning to 3 night.</param>
    public static DayTime OfPart(int part) => part switch
    {
        0 => Morning,
        1 => Afternoon,
        2 => Evening,
        _ => Night,
    };

    public static DayTime OfHour(int hour) => Hours(hour, hour + 1);

    public static DayTime OfMinute(int hour, int minute)
    {
        var start = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        return new DayTime(start, start + TimeSpan.TicksPerMinute, TimePrecision.Minute);
    }

    public static DayTime OfSecond(int hour, int minute, int second, long fraction)
    {
        var start = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return new DayTime(start, start + TimeSpan.TicksPerSecond, TimePrecision.Instant);
    }

    /// <summary>This part of the day.</summary>
    public LocalSpan On(LocalSpan day, TimeSpan offset)
    {
        var toSpeakersZone = ZoneMinutes is { } zone ? offset.Ticks - (zone * TimeSpan.TicksPerMinute) : 0;
        return new LocalSpan(day.Start + Start + toSpeakersZone, day.Start + End + toSpeakersZone);
    }
}
