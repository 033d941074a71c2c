using System.Numerics;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>The latest occurrence that has begun of what recurs.</summary>
internal static class Recurring
{
    public const int Weekend = 0b1100000;
    public const int WorkingDays = 0b0011111;

    /// <summary>So many of the unit; null for those shorter than a day.</summary>
    public static TimePattern? Unit(in TimeContext context, TimeUnit unit, int interval = 1)
    {
        if (RepeatsOf(unit, interval) is not { Interval: <= Recurrence.LongestInterval } repeats)
        {
            return null;
        }

        var shown = unit == TimeUnit.Fortnight ? TimeUnit.Week : unit;
        var span = CalendarMath.UnitOf(shown, context.Today);
        if (span.Start > context.Now)
        {
            span = CalendarMath.UnitOf(shown, context.Today - 7);
        }

        return TimePattern.OfSpan(span, Durations.PrecisionOf(shown)).AsRecurring(repeats);
    }

    /// <param name="context">The moment of speaking.</param>
    /// <param name="weekdays">Monday in bit 0.</param>
    /// <param name="time">When on these days; null for the whole day.</param>
    /// <param name="interval">Every how many weeks.</param>
    public static TimePattern OnWeekdays(in TimeContext context, int weekdays, DayTime? time, int interval)
    {
        var rule = new Recurrence(Frequency.Weekly) { Weekdays = weekdays, Interval = interval };
        TimePattern latest = default;
        var latestStart = long.MinValue;
        for (var bits = (uint)weekdays; bits != 0; bits &= bits - 1)
        {
            Keep(context, TimePattern.Weekly(BitOperations.TrailingZeroCount(bits)).At(time).AsRecurring(rule), ref latest, ref latestStart);
        }

        return latest;
    }

    /// <param name="context">The moment of speaking.</param>
    /// <param name="days">Days of the month in bits 1 to 31, the last one in bit 0.</param>
    /// <param name="time">When on these days; null for the whole day.</param>
    /// <param name="interval">Every how many months.</param>
    public static TimePattern OnMonthDays(in TimeContext context, uint days, DayTime? time, int interval)
    {
        var rule = new Recurrence(Frequency.Monthly) { MonthDays = days, Interval = interval };
        TimePattern latest = default;
        var latestStart = long.MinValue;
        for (var bits = days; bits != 0; bits &= bits - 1)
        {
            Keep(context, TimePattern.Monthly(BitOperations.TrailingZeroCount(bits)).At(time).AsRecurring(rule), ref latest, ref latestStart);
        }

        return latest;
    }

    /// <summary>"the first and third Monday of every month", as <see cref="Recurrence.Nths"/> has them. Null where no month before had one.</summary>
    public static TimePattern? OnNthWeekday(in TimeContext context, int nths, int weekday, DayTime? time, int interval)
    {
        var rule = new Recurrence(Frequency.Monthly) { Weekdays = 1 << weekday, Nths = nths, Interval = interval };
        TimePattern latest = default;
        var latestStart = long.MinValue;

        // From one fifth Friday to the next it may be four months.
        for (var i = 0; i < 6 && latestStart == long.MinValue; i++)
        {
            var (year, month) = CalendarMath.NormalizeMonth(context.Year, context.Month - i);
            for (var bits = (uint)nths; bits != 0; bits &= bits - 1)
            {
                var nth = BitOperations.TrailingZeroCount(bits);
                if (
                    new YearlyRule(YearlyKind.NthWeekday, month, nth == 0 ? -1 : nth, weekday).SpanIn(year) is { } day
                    && (time?.On(day, context.Offset) ?? day).Start <= context.Now)
                {
                    Keep(context, TimePattern.OfSpan(day, TimePrecision.Day).At(time).AsRecurring(rule), ref latest, ref latestStart);
                }
            }
        }

        return latestStart == long.MinValue ? null : latest;
    }

    /// <summary>A date, month, season or feast that comes every so many years; null where no year before had one.</summary>
    public static TimePattern? OnDate(in TimePattern dated, int interval) =>
        interval == 1 ? dated.AsRecurring()
        : Recurrence.Of(dated) is { } rule ? dated.AsRecurring(rule with { Interval = interval })
        : null;

    /// <summary>Both dates of one rule, the later one shown; null where no rule says both.</summary>
    public static TimePattern? Joined(in TimeContext context, in TimePattern first, in TimePattern second)
    {
        if (Recurrence.Of(first)?.Joined(Recurrence.Of(second) ?? new(Frequency.Daily)) is not { } rule)
        {
            return null;
        }

        TimePattern latest = default;
        var latestStart = long.MinValue;
        Keep(context, first.AsRecurring(rule), ref latest, ref latestStart);
        Keep(context, second.AsRecurring(rule), ref latest, ref latestStart);
        return latest;
    }

    private static Recurrence? RepeatsOf(TimeUnit unit, int interval) => unit switch
    {
        TimeUnit.Day => new(Frequency.Daily) { Interval = interval },
        TimeUnit.Week => new(Frequency.Weekly) { Interval = interval },
        TimeUnit.Weekend => new(Frequency.Weekly) { Weekdays = Weekend, Interval = interval },
        TimeUnit.Fortnight => new(Frequency.Weekly) { Interval = 2 * interval },
        TimeUnit.Month => new(Frequency.Monthly) { Interval = interval },
        TimeUnit.Quarter => new(Frequency.Monthly) { Interval = 3 * interval },
        TimeUnit.Year => new(Frequency.Yearly) { Interval = interval },
        TimeUnit.Decade => new(Frequency.Yearly) { Interval = 10 * interval },
        _ => null,
    };

    private static void Keep(in TimeContext context, in TimePattern pattern, ref TimePattern latest, ref long latestStart)
    {
        if (PatternResolver.Resolve(pattern, context, future: false) is { } span && span.Start >= latestStart)
        {
            (latest, latestStart) = (pattern, span.Start);
        }
    }
}
