using Remanence.Memories;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>Steps of so many units away from a moment.</summary>
internal static class Durations
{
    private const int Quarter = 3;
    private const int HalfYear = 6;

    /// <summary>The moment so many half units later (or earlier, where negative).</summary>
    public static long Shift(long ticks, TimeUnit unit, int halves) => unit switch
    {
        TimeUnit.Second => ticks + (halves * (TimeSpan.TicksPerSecond / 2)),
        TimeUnit.Minute => ticks + (halves * (TimeSpan.TicksPerMinute / 2)),
        TimeUnit.Hour => ticks + (halves * (TimeSpan.TicksPerHour / 2)),
        TimeUnit.Day => ticks + (halves * (TimeSpan.TicksPerDay / 2)),
        TimeUnit.Week or TimeUnit.Weekend => ticks + (halves * 7 / 2 * TimeSpan.TicksPerDay),
        TimeUnit.Fortnight => ticks + (halves * 7 * TimeSpan.TicksPerDay),
        TimeUnit.Month => ShiftMonths(ticks, halves / 2) + (halves % 2 * 15 * TimeSpan.TicksPerDay),
        TimeUnit.Quarter => ShiftMonths(ticks, halves * 3 / 2),
        TimeUnit.Year => ShiftMonths(ticks, halves * 6),
        _ => ShiftMonths(ticks, halves * 60),
    };

    /// <summary>"three weeks ago", or "in three weeks" for a direction of 1: as precise as the unit is.</summary>
    public static TimePattern Away(in TimeContext context, Quantity quantity, TimeUnit unit, int direction)
    {
        var near = Around(context, quantity.Least * direction, unit);
        if (!quantity.Fuzzy)
        {
            return TimePattern.OfSpan(near.Span, near.Precision);
        }

        var far = Around(context, quantity.Most * direction, unit);
        var span = direction < 0 ? new LocalSpan(far.Span.Start, near.Span.End) : new LocalSpan(near.Span.Start, far.Span.End);
        return TimePattern.OfSpan(span, PrecisionOf(quantity, near.Precision), fuzzy: true);
    }

    /// <summary>
    /// "three weeks ago". A few years ago is that time of the year, give or take half of one, and begins with no January; ten years are a round number.
    /// </summary>
    public static TimePattern Ago(in TimeContext context, Quantity quantity, TimeUnit unit)
    {
        const int Round = 20;
        return unit == TimeUnit.Year && !quantity.Fuzzy && quantity.Least is > 2 and < Round && quantity.Least % 2 == 0
            ? TimePattern.OfSpan(AroundYear(CalendarMath.DayOf(Shift(context.Now, unit, -quantity.Least)), HalfYear), TimePrecision.Year)
            : Away(context, quantity, unit, -1);
    }

    /// <summary>"the past three days": from the beginning of that day to now.</summary>
    public static TimePattern Past(in TimeContext context, Quantity quantity, TimeUnit unit)
    {
        var start = Shift(context.Now, unit, -quantity.Most);
        start = unit < TimeUnit.Day ? start : LocalSpan.Days(CalendarMath.DayOf(start), 1).Start;
        return TimePattern.OfSpan(new LocalSpan(start, context.Now), PrecisionOf(quantity, PrecisionOf(unit)), quantity.Fuzzy);
    }

    /// <summary>"the next three days": from now to the end of that day.</summary>
    public static TimePattern Coming(in TimeContext context, Quantity quantity, TimeUnit unit)
    {
        var end = Shift(context.Now, unit, quantity.Most);
        end = unit < TimeUnit.Day ? end : LocalSpan.Days(CalendarMath.DayOf(end), 1).End;
        return TimePattern.OfSpan(new LocalSpan(context.Now, end), PrecisionOf(quantity, PrecisionOf(unit)), quantity.Fuzzy);
    }

    public static TimePrecision PrecisionOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => TimePrecision.Instant,
        TimeUnit.Minute => TimePrecision.Minute,
        TimeUnit.Hour => TimePrecision.Hour,
        TimeUnit.Day or TimeUnit.Weekend => TimePrecision.Day,
        TimeUnit.Week or TimeUnit.Fortnight => TimePrecision.Week,
        TimeUnit.Month => TimePrecision.Month,
        TimeUnit.Quarter => TimePrecision.Season,
        TimeUnit.Year => TimePrecision.Year,
        _ => TimePrecision.Decade,
    };

    private static (LocalSpan Span, TimePrecision Precision) Around(in TimeContext context, int halves, TimeUnit unit)
    {
        var target = Shift(context.Now, unit, halves);
        var day = CalendarMath.DayOf(target);
        var whole = halves % 2 == 0;
        return unit switch
        {
            TimeUnit.Second => (Cell(target, TimeSpan.TicksPerSecond), TimePrecision.Instant),
            TimeUnit.Minute => (Cell(target, TimeSpan.TicksPerMinute), TimePrecision.Minute),
            TimeUnit.Hour when whole => (Cell(target, TimeSpan.TicksPerHour), TimePrecision.Hour),
            TimeUnit.Hour => (Cell(target, TimeSpan.TicksPerMinute), TimePrecision.Minute),
            TimeUnit.Week or TimeUnit.Fortnight => (WeekAround(day), TimePrecision.Week),
            TimeUnit.Month when !whole => (WeekAround(day), TimePrecision.Week),
            TimeUnit.Year when halves is 2 or -2 => (AroundYear(day, Quarter), TimePrecision.Season),
            TimeUnit.Year when !whole => (CalendarMath.UnitOf(TimeUnit.Month, day), TimePrecision.Month),
            TimeUnit.Decade when !whole => (CalendarMath.UnitOf(TimeUnit.Year, day), TimePrecision.Year),
            _ => (CalendarMath.UnitOf(unit, day), PrecisionOf(unit)),
        };
    }

    // Said on a Sunday, "a week ago" may well be the Monday after: the calendar week would cut it off.
    private static LocalSpan WeekAround(int day) => LocalSpan.Days(day - 3, 7);

    // "a year ago" is that time of last year, give or take a quarter.
    private static LocalSpan AroundYear(int day, int months)
    {
        var (first, last) = (CalendarMath.AddMonths(day, -months), CalendarMath.AddMonths(day, months));
        return LocalSpan.Days(first, last - first + 1);
    }

    // "a few weeks ago" names no week; "two weeks and more" nearly does.
    private static TimePrecision PrecisionOf(Quantity quantity, TimePrecision exact) => quantity.Most - quantity.Least > 1 ? TimePrecision.Vague : exact;

    private static LocalSpan Cell(long ticks, long size)
    {
        var start = ticks - (((ticks % size) + size) % size);
        return new LocalSpan(start, start + size);
    }

    private static long ShiftMonths(long ticks, int months)
    {
        var day = CalendarMath.DayOf(ticks);
        return ticks + ((CalendarMath.AddMonths(day, months) - day) * TimeSpan.TicksPerDay);
    }
}
