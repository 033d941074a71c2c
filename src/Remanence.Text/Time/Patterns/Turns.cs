using System.Runtime.InteropServices;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>Which of a frequency's periods (days, weeks, months, years), numbered through the calendar, a rule with an interval comes in.</summary>
/// <param name="Frequency">What the periods are.</param>
/// <param name="Known">A period that it came in; 0 where each may be one.</param>
/// <param name="Step">From one turn to the next; 1 where each period may be one.</param>
/// <param name="Interval">The rule's own, known or not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Turns(Frequency Frequency, int Known, int Step, int Interval)
{
    /// <param name="rule">What comes again.</param>
    /// <param name="inAny">Each period may be a turn, even where the rule says which.</param>
    public static Turns Of(Recurrence rule, bool inAny)
    {
        var turns = new Turns(rule.Frequency, 0, 1, rule.Interval);
        return rule.CountedFrom is { } day && rule.Interval > 1 && !inAny
            ? turns with { Known = rule.Lunar ? LunarYearOf(day) : turns.PeriodOf(day), Step = rule.Interval }
            : turns;
    }

    /// <summary>The first turn that is not before the period.</summary>
    public int From(int period) => Step == 1 ? period : period + ((((Known - period) % Step) + Step) % Step);

    public int PeriodOf(int day)
    {
        switch (Frequency)
        {
            case Frequency.Daily:
                return day;
            case Frequency.Weekly:
                return CalendarMath.Monday(day) / 7;
            default:
                var (year, month, _) = CalendarMath.Date(day);
                return Frequency == Frequency.Monthly ? (12 * year) + month - 1 : year;
        }
    }

    /// <summary>The period's first day.</summary>
    public int StartOf(int period)
    {
        switch (Frequency)
        {
            case Frequency.Daily:
                return period;
            case Frequency.Weekly:
                return 7 * period;
            case Frequency.Monthly:
                var (year, month) = CalendarMath.NormalizeMonth(0, period + 1);
                return CalendarMath.DayNumber(year, month, 1);
            default:
                return CalendarMath.DayNumber(period, 1, 1);
        }
    }

    /// <summary>The last day of a stretch from the day that is as long as it takes to come again.</summary>
    public int EndOfPeriod(int day) => Frequency switch
    {
        Frequency.Daily => day + Interval - 1,
        Frequency.Weekly => day + (7 * Interval) - 1,
        Frequency.Monthly => CalendarMath.AddMonths(day, Interval) - 1,
        _ => CalendarMath.AddMonths(day, 12 * Interval) - 1,
    };

    /// <summary>A period that is known to be a turn lies in these days altogether.</summary>
    public bool HoldsWhole(int first, int last) => Step > 1 && StartOf(From(PeriodOf(first - 1) + 1) + 1) <= last + 1;

    // A Chinese year begins in January or February of ours.
    private static int LunarYearOf(int day)
    {
        var year = CalendarMath.Date(day).Year;
        return LunarDates.Day(year, 1, 1) > day ? year - 1 : year;
    }
}
