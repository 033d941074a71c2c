namespace Remanence.Time;

/// <summary>The latest occurrence that has begun of what recurs.</summary>
internal static class Recurring
{
    public static TimePattern? Unit(in TimeContext context, TimeUnit unit)
    {
        if (unit is < TimeUnit.Day or TimeUnit.Fortnight)
        {
            return null;
        }

        var span = CalendarMath.UnitOf(unit, context.Today);
        if (span.Start > context.Now)
        {
            span = CalendarMath.UnitOf(unit, context.Today - 7);
        }

        return RepeatsOf(unit) is { } repeats ? TimePattern.OfSpan(span, Durations.PrecisionOf(unit)).AsRecurring(repeats) : null;
    }

    private static Recurrence? RepeatsOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => new(Frequency.Daily),
        TimeUnit.Week => new(Frequency.Weekly),
        TimeUnit.Weekend => new(Frequency.Weekly) { Weekdays = 0b1100000 },
        TimeUnit.Month => new(Frequency.Monthly),
        TimeUnit.Quarter => new(Frequency.Monthly),
        _ => new(Frequency.Yearly),
    };

    public static TimePattern WorkingDay(in TimeContext context) =>
        TimePattern.OfDay(context.Today - Math.Max(0, CalendarMath.Weekday(context.Today) - 4)).AsRecurring(new(Frequency.Weekly) { Weekdays = 0b11111 });
}
