using Remanence.Memories;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>Asks recurrences for the days on which they come.</summary>
public static class Occurrences
{
    // 29 February can be eight years away (1896 to 1904), and the Chinese calendar's years straddle ours.
    private const int YearsSearched = 10;
    private const int MonthsSearched = 14;

    /// <summary>An occurrence overlaps the interval, whose start's offset is taken for the zone of the days. A period long enough always holds one.</summary>
    /// <param name="rule">What comes again.</param>
    /// <param name="interval">When.</param>
    /// <param name="inAnyTurn">Every period may be a turn, whatever day the rule counts from: "on Mondays" asks for what comes every other Monday too.</param>
    public static bool OccursIn(this Recurrence rule, TimeInterval interval, bool inAnyTurn = false)
    {
        var (start, end) = (interval.Start.Ticks, interval.End.UtcTicks + interval.Start.Offset.Ticks);
        if (start >= end)
        {
            return false;
        }

        var first = CalendarMath.DayOf(start);
        var last = CalendarMath.DayOf(end - 1);
        var turns = Turns.Of(rule, inAnyTurn);
        if (!rule.NamesDay)
        {
            return turns.EndOfPeriod(first) <= last || turns.HoldsWhole(first, last);
        }

        return rule.Frequency switch
        {
            Frequency.Daily => OnTurns(rule, turns, first, last, start, end),
            Frequency.Weekly => InWeeksFrom(rule, turns, first, last, start, end),
            Frequency.Monthly => InMonthsFrom(rule, turns, first, last, start, end),
            _ => InYearsFrom(rule, turns, first, last, start, end),
        };
    }

    private static bool OnTurns(Recurrence rule, in Turns turns, int first, int last, long start, long end)
    {
        var day = turns.From(first);
        return day <= last && (Overlaps(rule, day, 1, start, end) || (day + turns.Step <= last && Overlaps(rule, day + turns.Step, 1, start, end)));
    }

    // Of three weeks at most two are cut off by the interval's ends.
    private static bool InWeeksFrom(Recurrence rule, in Turns turns, int first, int last, long start, long end)
    {
        var monday = turns.StartOf(turns.From(turns.PeriodOf(first)));
        for (var i = 0; i < 3 && monday <= last; i++, monday += 7 * turns.Step)
        {
            if (OnDays(rule, Math.Max(first, monday), Math.Min(last, monday + 6), start, end, rule.Weekdays))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnDays(Recurrence rule, int first, int last, long start, long end, int weekdays)
    {
        for (var day = first; day <= last; day++)
        {
            if ((weekdays == 0 || (weekdays >> CalendarMath.Weekday(day) & 1) != 0) && Overlaps(rule, day, 1, start, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InMonthsFrom(Recurrence rule, in Turns turns, int first, int last, long start, long end)
    {
        var number = turns.From(turns.PeriodOf(first));
        for (var i = 0; i < MonthsSearched; i++, number += turns.Step)
        {
            var (year, month) = CalendarMath.NormalizeMonth(0, number + 1);
            if (CalendarMath.DayNumber(year, month, 1) > last)
            {
                return false;
            }

            if (InMonth(rule, year, month, start, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InYearsFrom(Recurrence rule, in Turns turns, int first, int last, long start, long end)
    {
        var (from, to) = (CalendarMath.Date(first).Year, CalendarMath.Date(last).Year);
        var year = turns.From(rule.Lunar ? from - 1 : from);
        for (var i = 0; i <= YearsSearched && year <= to; i++, year += turns.Step)
        {
            if (rule.Holiday is { } holiday)
            {
                if (Holidays.DayIn(holiday, year) is { } feast && Overlaps(rule, feast, 1, start, end))
                {
                    return true;
                }

                continue;
            }

            for (var month = 1; month <= 12; month++)
            {
                if ((rule.Months == 0 || (rule.Months >> month & 1) != 0) && InMonth(rule, year, month, start, end))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool InMonth(Recurrence rule, int year, int month, long start, long end)
    {
        if (rule.Weekdays != 0)
        {
            return OnWeekdays(rule, year, month, start, end);
        }

        if (rule.MonthDays == 0)
        {
            return Overlaps(rule, CalendarMath.DayNumber(year, month, 1), CalendarMath.DaysInMonth(year, month), start, end);
        }

        for (var day = 0; day <= 31; day++)
        {
            if ((rule.MonthDays >> day & 1) != 0 && NumberOf(rule, year, month, day) is { } number && Overlaps(rule, number, 1, start, end))
            {
                return true;
            }
        }

        return false;
    }

    // Bit 0 is the month's last day.
    private static int? NumberOf(Recurrence rule, int year, int month, int day)
    {
        if (rule.Lunar)
        {
            return day == 0 ? null : LunarDates.Day(year, month, day);
        }

        var inMonth = day == 0 ? CalendarMath.DaysInMonth(year, month) : day;
        return CalendarMath.IsDate(year, month, inMonth) ? CalendarMath.DayNumber(year, month, inMonth) : null;
    }

    private static bool OnWeekdays(Recurrence rule, int year, int month, long start, long end)
    {
        var firstOfMonth = CalendarMath.DayNumber(year, month, 1);
        if (rule.Nths == 0)
        {
            return OnDays(rule, firstOfMonth, firstOfMonth + CalendarMath.DaysInMonth(year, month) - 1, start, end, rule.Weekdays);
        }

        for (var nth = 0; nth <= 5; nth++)
        {
            for (var weekday = 0; weekday < 7 && (rule.Nths >> nth & 1) != 0; weekday++)
            {
                var found =
                    (rule.Weekdays >> weekday & 1) != 0 ? new YearlyRule(YearlyKind.NthWeekday, month, nth == 0 ? -1 : nth, weekday).SpanIn(year) : null;
                if (found is { } day && Overlaps(rule, day.FirstDay, 1, start, end))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Overlaps(Recurrence rule, int day, int count, long start, long end)
    {
        var days = LocalSpan.Days(day, count);
        if (rule.Minute is not { } minute)
        {
            return days.Start < end && start < days.End;
        }

        var at = days.Start + (minute * TimeSpan.TicksPerMinute);
        return at >= start && at < end;
    }
}
