using System.Runtime.InteropServices;
using Remanence.Memories;

namespace Remanence.Text.Time.Calendar;

/// <summary>Something a year has once: a month, a day, a season, a holiday. Its place is known when the year is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearlyRule(YearlyKind Kind, int First = 0, int Second = 0, int Third = 0)
{
    public TimePrecision Precision => Kind switch
    {
        YearlyKind.WholeYear => TimePrecision.Year,
        YearlyKind.YearPart or YearlyKind.Season or YearlyKind.Quarter => TimePrecision.Season,
        YearlyKind.Month or YearlyKind.SeasonPart => TimePrecision.Month,
        YearlyKind.MonthPart or YearlyKind.NthWeek => TimePrecision.Week,
        YearlyKind.Decade => TimePrecision.Decade,
        YearlyKind.DecadePart => TimePrecision.Year,
        _ => TimePrecision.Day,
    };

    public bool IsSingleDay =>
        Kind is YearlyKind.NthWeekday or YearlyKind.LastDay or YearlyKind.Holiday or YearlyKind.Lunar || (Kind == YearlyKind.Days && Second == Third);

    public static YearlyRule Day(int month, int day) => new(YearlyKind.Days, month, day, day);

    public static YearlyRule Month(int month) => new(YearlyKind.Month, month);

    /// <summary>The same rule narrowed to a part of its period; null where that makes no sense.</summary>
    public YearlyRule? Narrow(PeriodPart part) => Kind switch
    {
        YearlyKind.Month => new(YearlyKind.MonthPart, First, (int)part),
        YearlyKind.Season => new(YearlyKind.SeasonPart, First, (int)part),
        YearlyKind.WholeYear => new(YearlyKind.YearPart, (int)part),
        YearlyKind.Decade => new(YearlyKind.DecadePart, (int)part),
        _ => null,
    };

    /// <summary>Null where that year has none: 29 February, a fifth Friday, a lunar feast outside the table.</summary>
    public LocalSpan? SpanIn(int year) => Kind switch
    {
        YearlyKind.WholeYear => CalendarMath.Months(year, 1, 12),
        YearlyKind.YearPart => YearPart(year, (PeriodPart)First),
        YearlyKind.Month => CalendarMath.Months(year, First, 1),
        YearlyKind.MonthPart => MonthPart(year, First, (PeriodPart)Second),
        YearlyKind.Days => DayRun(year, First, Second, Third),
        YearlyKind.LastDay => LocalSpan.Days(CalendarMath.Months(year, First, 1).LastDay, 1),
        YearlyKind.NthWeek => NthWeek(year, First, Second),
        YearlyKind.NthWeekday => NthWeekday(year, First, Second, Third, length: 1),
        YearlyKind.NthWeekend => NthWeekday(year, First, Second, weekday: 5, length: 2),

        // Meteorological seasons of the northern hemisphere, spring first; a winter belongs to the year of its December.
        YearlyKind.Season => CalendarMath.Months(year, 3 + (3 * First), 3),
        YearlyKind.SeasonPart => SeasonPart(year, First, (PeriodPart)Second),
        YearlyKind.Quarter => CalendarMath.Months(year, (3 * First) - 2, 3),
        YearlyKind.Holiday => Holidays.DayIn((Holiday)First, year) is { } day ? LocalSpan.Days(day, 1) : null,
        YearlyKind.Lunar => LunarDates.Day(year, First, Second) is { } lunar ? LocalSpan.Days(lunar, 1) : null,
        YearlyKind.Decade => CalendarMath.Months(year, 1, 120),
        YearlyKind.DecadePart => DecadePart(year, (PeriodPart)First),
        _ => null,
    };

    private static LocalSpan YearPart(int year, PeriodPart part) => part switch
    {
        PeriodPart.Early => CalendarMath.Months(year, 1, 4),
        PeriodPart.Middle => CalendarMath.Months(year, 5, 4),
        PeriodPart.Late => CalendarMath.Months(year, 9, 4),
        PeriodPart.Beginning => CalendarMath.Months(year, 1, 3),
        PeriodPart.End => CalendarMath.Months(year, 10, 3),
        PeriodPart.FirstHalf => CalendarMath.Months(year, 1, 6),
        _ => CalendarMath.Months(year, 7, 6),
    };

    private static LocalSpan MonthPart(int year, int month, PeriodPart part)
    {
        var first = CalendarMath.DayNumber(year, month, 1);
        var length = CalendarMath.DaysInMonth(year, month);
        return part switch
        {
            PeriodPart.Early or PeriodPart.Beginning => LocalSpan.Days(first, 10),
            PeriodPart.Middle => LocalSpan.Days(first + 10, 10),
            PeriodPart.Late or PeriodPart.End => LocalSpan.Days(first + 20, length - 20),
            PeriodPart.FirstHalf => LocalSpan.Days(first, 15),
            _ => LocalSpan.Days(first + 15, length - 15),
        };
    }

    private static LocalSpan SeasonPart(int year, int season, PeriodPart part)
    {
        var month = 3 + (3 * season);
        return part switch
        {
            PeriodPart.Early or PeriodPart.Beginning or PeriodPart.FirstHalf => CalendarMath.Months(year, month, 1),
            PeriodPart.Middle => CalendarMath.Months(year, month + 1, 1),
            _ => CalendarMath.Months(year, month + 2, 1),
        };
    }

    private static LocalSpan DecadePart(int year, PeriodPart part) => part switch
    {
        PeriodPart.Early or PeriodPart.Beginning => CalendarMath.Months(year, 1, 48),
        PeriodPart.Middle => CalendarMath.Months(year + 4, 1, 36),
        PeriodPart.FirstHalf => CalendarMath.Months(year, 1, 60),
        PeriodPart.SecondHalf => CalendarMath.Months(year + 5, 1, 60),
        _ => CalendarMath.Months(year + 7, 1, 36),
    };

    private static LocalSpan? DayRun(int year, int month, int from, int to) =>
        from <= to && CalendarMath.IsDate(year, month, from) && CalendarMath.IsDate(year, month, to)
            ? LocalSpan.Days(CalendarMath.DayNumber(year, month, from), to - from + 1)
            : null;

    private static LocalSpan? NthWeek(int year, int month, int nth)
    {
        var first = CalendarMath.DayNumber(year, month, 1);
        var length = CalendarMath.DaysInMonth(year, month);
        if (nth < 0)
        {
            return LocalSpan.Days(first + length - 7, 7);
        }

        var skipped = 7 * (nth - 1);
        return skipped < length ? LocalSpan.Days(first + skipped, Math.Min(7, length - skipped)) : null;
    }

    private static LocalSpan? NthWeekday(int year, int month, int nth, int weekday, int length)
    {
        var first = CalendarMath.DayNumber(year, month, 1);
        var end = first + CalendarMath.DaysInMonth(year, month);
        if (nth < 0)
        {
            var back = CalendarMath.Weekday(end - 1 - weekday);
            return LocalSpan.Days(end - 1 - back, length);
        }

        var day = first + CalendarMath.Weekday(weekday - first) + (7 * (nth - 1));
        return day < end ? LocalSpan.Days(day, length) : null;
    }
}
