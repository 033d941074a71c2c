using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>Places patterns on the calendar.</summary>
internal static class PatternResolver
{
    // 29 February can be eight years away (1896 to 1904).
    private const int YearsSearched = 9;

    /// <summary>Null where the calendar has no such day.</summary>
    public static LocalSpan? Resolve(in TimePattern pattern, in TimeContext context, bool future)
    {
        future &= !pattern.Recurring;
        var span = Days(pattern, context, future);
        if (span is not { } day || pattern.Time is not { } time)
        {
            return span;
        }

        var timed = time.On(day, context.Offset);
        if (future && pattern.Kind == PatternKind.Weekly && timed.End <= context.Now)
        {
            // "Friday at three works", said on a Friday at six.
            return time.On(LocalSpan.Days(day.FirstDay + 7, 1), context.Offset);
        }

        if (!pattern.Recurring || timed.Start <= context.Now)
        {
            return timed;
        }

        // Today's hour has not come yet: the turn before.
        var earlier = pattern.Kind == PatternKind.Fixed ? LocalSpan.Days(day.FirstDay - 1, 1) : Days(pattern, context.At(day.Start - 1), future: false);
        return earlier is { } before ? time.On(before, context.Offset) : null;
    }

    private static LocalSpan? Days(in TimePattern pattern, in TimeContext context, bool future)
    {
        var occurrence = future ? Occurrence.Coming : Occurrence.Recent;
        return pattern.Kind switch
        {
            PatternKind.Fixed => pattern.Span,
            PatternKind.Yearly when pattern.Year is { } year => pattern.Rule.SpanIn(year),
            PatternKind.Yearly => YearOf(pattern.Rule, context, occurrence) is { } found ? pattern.Rule.SpanIn(found) : null,
            PatternKind.Monthly => DayOfMonth(pattern.Number, context, future),
            PatternKind.Weekly => LocalSpan.Days(Weekday(pattern.Number, context.Today, occurrence), 1),
            _ => LocalSpan.Days(context.Today, 1),
        };
    }

    public static int? YearOf(in YearlyRule rule, in TimeContext context, Occurrence occurrence)
    {
        if (occurrence == Occurrence.This)
        {
            // In January "this winter" began last December.
            return rule.SpanIn(context.Year - 1) is { } span && span.End > context.Now ? context.Year - 1 : context.Year;
        }

        var backwards = occurrence is Occurrence.Recent or Occurrence.Last;
        var year = backwards ? context.Year + 1 : context.Year - 1;
        for (var i = 0; i < YearsSearched + 1; i++)
        {
            if (rule.SpanIn(year) is { } span && Suits(span, context.Now, occurrence))
            {
                return year;
            }

            year += backwards ? -1 : 1;
        }

        return null;
    }

    public static int Weekday(int weekday, int today, Occurrence occurrence)
    {
        var behind = CalendarMath.Weekday(today - weekday);
        var ahead = CalendarMath.Weekday(weekday - today);
        return occurrence switch
        {
            Occurrence.Recent => today - behind,
            Occurrence.Coming => today + ahead,
            Occurrence.Last => today - (behind == 0 ? 7 : behind),
            Occurrence.Next => today + (ahead == 0 ? 7 : ahead),
            _ => CalendarMath.Monday(today) + weekday,
        };
    }

    private static bool Suits(LocalSpan span, long now, Occurrence occurrence) => occurrence switch
    {
        Occurrence.Recent => span.Start <= now,
        Occurrence.Coming => span.End > now,
        Occurrence.Last => span.End <= now,
        _ => span.Start > now,
    };

    private static LocalSpan? DayOfMonth(int day, in TimeContext context, bool future)
    {
        // Of two neighbouring months one has 31 days, and three cover any border.
        for (var i = 0; i < 3; i++)
        {
            var (year, month) = CalendarMath.NormalizeMonth(context.Year, context.Month + (future ? i : -i));
            var inMonth = day == 0 ? CalendarMath.DaysInMonth(year, month) : day;
            if (!CalendarMath.IsDate(year, month, inMonth))
            {
                continue;
            }

            var number = CalendarMath.DayNumber(year, month, inMonth);
            if (future ? number >= context.Today : number <= context.Today)
            {
                return LocalSpan.Days(number, 1);
            }
        }

        return null;
    }
}
