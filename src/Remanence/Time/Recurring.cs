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

        return TimePattern.OfSpan(span, Durations.PrecisionOf(unit)).AsRecurring();
    }

    public static TimePattern WorkingDay(in TimeContext context) =>
        TimePattern.OfDay(context.Today - Math.Max(0, CalendarMath.Weekday(context.Today) - 4)).AsRecurring();
}
