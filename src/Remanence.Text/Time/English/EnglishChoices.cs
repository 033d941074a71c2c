using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>One of a row, chosen by "last", "this", "next" and their like: "last week", "this May", "next Friday", "last night".</summary>
internal static class EnglishChoices
{
    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        var chosenAt = at + 1;
        Occurrence occurrence;
        switch (tokens.Kind(at))
        {
            case TermKind.Last:
                occurrence = Occurrence.Last;
                break;
            case TermKind.This when tokens.Is(chosenAt, TermKind.Coming):
                (occurrence, chosenAt) = (Occurrence.Next, at + 2);
                break;
            case TermKind.This when tokens.Kind(chosenAt) is TermKind.Past or TermKind.Last:
                (occurrence, chosenAt) = (Occurrence.Last, at + 2);
                break;
            case TermKind.This:
                occurrence = Occurrence.This;
                break;
            case TermKind.Next or TermKind.Coming:
                occurrence = Occurrence.Next;
                break;
            case TermKind.Past when tokens.Kind(chosenAt) != TermKind.Unit || (TimeUnit)tokens[chosenAt].Term.Value == TimeUnit.Weekend:
                occurrence = Occurrence.Last;
                break;
            default:
                return tokens.Kind(at) is TermKind.Unit or TermKind.Season ? BeforeLast(tokens, at) : null;
        }

        return Chosen(tokens, chosenAt, occurrence == Occurrence.This ? ByTense(tokens, chosenAt) : occurrence);
    }

    // "tried it this weekend", said on a Wednesday, was the last one; "starts this Monday", said on a Thursday, is the next one.
    private static Occurrence ByTense(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        var today = CalendarMath.Weekday(tokens.Context.Today);
        var (begins, ends) = term switch
        {
            { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Weekend } => (5, 6),
            { Kind: TermKind.Weekday } => (term.Value, term.Value),
            _ => (today, today),
        };
        return begins > today && tokens.IsPast(at) ? Occurrence.Last : ends < today && tokens.IsAhead(at) ? Occurrence.Next : Occurrence.This;
    }

    private static ParsedPattern? Chosen(TokenStream tokens, int at, Occurrence occurrence)
    {
        var term = tokens[at].Term;
        var context = tokens.Context;
        if (term.Has(TermMarks.Holiday) && EnglishHolidays.Parse(tokens, at, out var next) is { } holiday)
        {
            return OfYear(context, next, new YearlyRule(YearlyKind.Holiday, (int)holiday), occurrence);
        }

        if (term.Has(TermMarks.Plural))
        {
            return null;
        }

        // "the last year of school" is no year of the calendar.
        if (term.Kind is TermKind.Unit or TermKind.DayPart && tokens.Is(at + 1, TermKind.Of))
        {
            return null;
        }

        switch (term.Kind)
        {
            case TermKind.Unit when !term.Has(TermMarks.Short):
                return YearsOwn(tokens, at, StepOf(occurrence)) ?? OfUnit(context, at + 1, (TimeUnit)term.Value, StepOf(occurrence));
            case TermKind.Weekday when EnglishGuards.WeekdayAllowed(tokens, at, guarded: false):
                return new ParsedPattern(at + 1, TimePattern.OfDay(PatternResolver.Weekday(term.Value, context.Today, occurrence)));
            case TermKind.Month when EnglishGuards.MonthAllowed(tokens, at, guarded: false):
                return EnglishNumbers.DayOfMonth(tokens, at + 1, out var afterDay) is var day and > 0
                    ? OfYear(context, afterDay, YearlyRule.Day(term.Value, day), occurrence)
                    : OfYear(context, at + 1, YearlyRule.Month(term.Value), occurrence);
            case TermKind.Season:
                return OfYear(context, at + 1, new YearlyRule(YearlyKind.Season, term.Value), occurrence);
            case TermKind.DayPart when occurrence is Occurrence.Last or Occurrence.This:
                return new ParsedPattern(at + 1, TimePattern.OfDay(context.Today + StepOf(occurrence)).At(DayTime.OfPart(term.Value)));
            default:
                return null;
        }
    }

    /// <summary>"last year's Christmas", "next year's summer".</summary>
    private static ParsedPattern? YearsOwn(TokenStream tokens, int at, int steps)
    {
        var own = tokens[at].Has(TokenMarks.Possessive) && (TimeUnit)tokens[at].Term.Value == TimeUnit.Year ? EnglishDates.Named(tokens, at + 1) : null;
        return own is { Pattern.IsWithoutYear: true } named
            ? new ParsedPattern(named.Next, TimePattern.Yearly(named.Pattern.Rule, tokens.Context.Year + steps))
            : null;
    }

    /// <summary>"week before last", "year after next", "summer before last".</summary>
    private static ParsedPattern? BeforeLast(TokenStream tokens, int at)
    {
        var steps = (tokens.Kind(at + 1), tokens.Kind(at + 2)) switch
        {
            (TermKind.Before, TermKind.Last) => -2,
            (TermKind.After, TermKind.Next) => 2,
            _ => 0,
        };
        if (steps == 0 || tokens.Is(at, TermKind.Unit))
        {
            return steps == 0 ? null : OfUnit(tokens.Context, at + 3, (TimeUnit)tokens[at].Term.Value, steps);
        }

        var rule = new YearlyRule(YearlyKind.Season, tokens[at].Term.Value);
        return PatternResolver.YearOf(rule, tokens.Context, steps < 0 ? Occurrence.Last : Occurrence.Next) is { } year
            ? new ParsedPattern(at + 3, TimePattern.Yearly(rule, year + (steps / 2)))
            : null;
    }

    /// <summary>The calendar unit so many units from the current one.</summary>
    public static ParsedPattern? OfUnit(in TimeContext context, int next, TimeUnit unit, int steps)
    {
        switch (unit)
        {
            case TimeUnit.Month:
                var (year, month) = CalendarMath.NormalizeMonth(context.Year, context.Month + steps);
                return new ParsedPattern(next, TimePattern.Yearly(YearlyRule.Month(month), year));
            case TimeUnit.Year:
                return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), context.Year + steps));
            case TimeUnit.Week or TimeUnit.Weekend:
                return new ParsedPattern(next, TimePattern.OfSpan(CalendarMath.UnitOf(unit, context.Today + (7 * steps)), Durations.PrecisionOf(unit)));
            case TimeUnit.Quarter:
                var day = CalendarMath.AddMonths(context.Today, 3 * steps);
                return new ParsedPattern(next, TimePattern.OfSpan(CalendarMath.UnitOf(unit, day), TimePrecision.Season));
            case TimeUnit.Decade:
                var decade = CalendarMath.UnitOf(unit, CalendarMath.DayNumber(context.Year + (10 * steps), 1, 1));
                return new ParsedPattern(next, TimePattern.OfSpan(decade, TimePrecision.Decade));
            default:
                return null;
        }
    }

    private static ParsedPattern? OfYear(in TimeContext context, int next, YearlyRule rule, Occurrence occurrence) =>
        PatternResolver.YearOf(rule, context, occurrence) is { } year ? new ParsedPattern(next, TimePattern.Yearly(rule, year)) : null;

    private static int StepOf(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Last => -1,
        Occurrence.This => 0,
        _ => 1,
    };
}
