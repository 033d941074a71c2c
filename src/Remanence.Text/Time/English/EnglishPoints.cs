using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Single points and periods in English, with the time of day and with what lies beside another point.</summary>
internal static class EnglishPoints
{
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="guarded">Words around leave no doubt that a time follows.</param>
    public static ParsedPattern? Parse(TokenStream tokens, int at, bool guarded)
    {
        var from = tokens.Is(at, TermKind.The) ? at + 1 : at;
        return ParsedPattern.Longer(Simple(tokens, from, guarded), Beside(tokens, from));
    }

    /// <summary>A point that is not described by another one.</summary>
    public static ParsedPattern? Simple(TokenStream tokens, int at, bool guarded)
    {
        var day = ParsedPattern.Longer(
            EnglishOffsets.Parse(tokens, at),
            ParsedPattern.Longer(EnglishRelatives.Parse(tokens, at), DayOrPeriod(tokens, at, guarded)));
        return ParsedPattern.Longer(EnglishDayTimes.Attach(tokens, day), EnglishDayTimes.First(tokens, at, guarded));
    }

    /// <summary>
    /// A day, for a clock time that stands before it, with the part of the day that it names: "tonight", "yesterday evening", "Sunday night".
    /// </summary>
    public static ParsedPattern? Day(TokenStream tokens, int at)
    {
        var relative = tokens.Kind(at) is TermKind.RelativeDay or TermKind.Tonight or TermKind.Unit;
        var day = ParsedPattern.Longer(
            relative ? EnglishRelatives.Parse(tokens, at) : null,
            ParsedPattern.Longer(EnglishOffsets.Parse(tokens, at), DayOrPeriod(tokens, at, guarded: false)));
        return day is { Pattern.IsSingleDay: true } whole && tokens[whole.Next].Term is { Kind: TermKind.DayPart } part && !part.Has(TermMarks.Plural)
            ? new ParsedPattern(whole.Next + 1, whole.Pattern.At(DayTime.OfPart(part.Value)))
            : day;
    }

    private static ParsedPattern? DayOrPeriod(TokenStream tokens, int at, bool guarded) =>
        ParsedPattern.Longer(EnglishChoices.Parse(tokens, at), EnglishDates.Parse(tokens, at, guarded));

    /// <summary>"two weeks after June 3rd", "the Sunday before 25 May", "the weekend of 15 July", "the night of May 7".</summary>
    private static ParsedPattern? Beside(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        if (term.Has(TermMarks.Plural))
        {
            return null;
        }

        var single = term.Kind is TermKind.Unit or TermKind.Weekday or TermKind.DayPart or TermKind.Season;
        if (single && tokens.Is(at + 1, TermKind.Of) && term.Kind is TermKind.Unit or TermKind.DayPart)
        {
            return Of(tokens, at);
        }

        if (single && DirectionAt(tokens, at + 1, out var anchorAt) is var side and not 0)
        {
            return Anchor(tokens, anchorAt) is { } anchor && Neighbour(tokens.Context, term, anchor.Span, side) is { } beside
                ? new ParsedPattern(anchor.Next, beside)
                : null;
        }

        if (term.Kind is not (TermKind.Article or TermKind.Ones or TermKind.Tens or TermKind.Couple or TermKind.Few or TermKind.Dozen or TermKind.Half)
            && !tokens.IsNumber(at))
        {
            return null;
        }

        return Counted(tokens, at);
    }

    private static ParsedPattern? Counted(TokenStream tokens, int at)
    {
        if (
            EnglishNumbers.Count(tokens, at, out var unitAt) is not { } quantity
            || !EnglishRelatives.IsUnit(tokens, unitAt, ref quantity, out var unit, out var next))
        {
            return null;
        }

        var side = DirectionAt(tokens, next, out var anchorAt);
        var from = side == 0 && tokens.Is(next, TermKind.From) && !tokens.IsWord(next + 1, "now");
        if (from)
        {
            (side, anchorAt) = (1, next + 1);
        }

        if (side == 0 || unit < TimeUnit.Day || (from ? Coming(tokens, anchorAt) ?? Anchor(tokens, anchorAt) : Anchor(tokens, anchorAt)) is not { } anchor)
        {
            return null;
        }

        var day = side < 0 ? anchor.Span.FirstDay : anchor.Span.LastDay;
        var start = LocalSpan.Days(day, 1).Start;
        var near = CalendarMath.DayOf(Durations.Shift(start, unit, side * quantity.Least));
        var far = CalendarMath.DayOf(Durations.Shift(start, unit, side * quantity.Most));
        var span = LocalSpan.Days(Math.Min(near, far), Math.Abs(far - near) + 1);
        return new ParsedPattern(anchor.Next, TimePattern.OfSpan(span, TimePrecision.Day, quantity.Fuzzy));
    }

    // -1 for before, 1 for after.
    private static int DirectionAt(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        switch (tokens.Kind(at))
        {
            case TermKind.Before:
                return -1;
            case TermKind.Last when tokens.IsWord(at, "prior") && tokens.Is(next, TermKind.To):
                next++;
                return -1;
            case TermKind.After or TermKind.Following:
                return 1;
            default:
                return 0;
        }
    }

    // "three days from Saturday" counts from the one to come.
    private static (LocalSpan Span, int Next)? Coming(TokenStream tokens, int at) =>
        tokens.Is(at, TermKind.Weekday) && EnglishOffsets.Coming(tokens, at) is { } day ? (LocalSpan.Days(day, 1), at + 1) : null;

    private static (LocalSpan Span, int Next)? Anchor(TokenStream tokens, int at)
    {
        var from = tokens.Is(at, TermKind.The) ? at + 1 : at;
        if (
            tokens.IsWord(at, "that")
            && tokens.Previous is { } previous
            && (tokens[at + 1].Kind is not TokenKind.Word || tokens[at + 1].Term is { Kind: TermKind.Clause, Value: 1 }))
        {
            return (previous, at + 1);
        }

        return Simple(tokens, from, guarded: true) is { Pattern.Kind: not PatternKind.Daily } point && Relations.Place(tokens, at, point.Pattern) is { } span
            ? (span, point.Next)
            : null;
    }

    /// <summary>The day, week, month … next to a point, on the side before (-1) or after (1).</summary>
    public static TimePattern? Neighbour(in TimeContext context, Term term, LocalSpan anchor, int side)
    {
        var edge = side < 0 ? anchor.FirstDay : anchor.LastDay;
        switch (term.Kind)
        {
            case TermKind.Weekday:
                return TimePattern.OfDay(PatternResolver.Weekday(term.Value, edge, side < 0 ? Occurrence.Last : Occurrence.Next));
            case TermKind.DayPart:
                return TimePattern.OfDay(edge + side).At(DayTime.OfPart(term.Value));
            case TermKind.Season:
                var rule = new YearlyRule(YearlyKind.Season, term.Value);
                var year = PatternResolver.YearOf(rule, context.At(side < 0 ? anchor.Start : anchor.End - 1), side < 0 ? Occurrence.Last : Occurrence.Next);
                return year is { } found ? TimePattern.Yearly(rule, found) : null;
        }

        var unit = (TimeUnit)term.Value;
        if (unit is < TimeUnit.Day or TimeUnit.Fortnight)
        {
            return null;
        }

        if (unit == TimeUnit.Weekend)
        {
            var saturday = side < 0 ? edge - 2 - CalendarMath.Weekday(edge - 2 - 5) : edge + 1 + CalendarMath.Weekday(5 - edge - 1);
            return TimePattern.OfSpan(LocalSpan.Days(saturday, 2), TimePrecision.Day);
        }

        var own = CalendarMath.UnitOf(unit, edge);
        var neighbour = CalendarMath.UnitOf(unit, side < 0 ? own.FirstDay - 1 : own.LastDay + 1);
        return TimePattern.OfSpan(neighbour, Durations.PrecisionOf(unit));
    }

    /// <summary>"week of May 8", "weekend of 15 July", "month of May", "year of 2022", "morning of May 7".</summary>
    private static ParsedPattern? Of(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        if (Simple(tokens, tokens.Is(at + 2, TermKind.The) ? at + 3 : at + 2, guarded: true) is not { } point)
        {
            return null;
        }

        if (term.Kind == TermKind.DayPart)
        {
            return point.Pattern.IsSingleDay ? new ParsedPattern(point.Next, point.Pattern.At(DayTime.OfPart(term.Value))) : null;
        }

        var unit = (TimeUnit)term.Value;
        if (unit is TimeUnit.Week or TimeUnit.Weekend)
        {
            return point.Pattern.IsSingleDay && Relations.Place(tokens, at, point.Pattern) is { } day
                ? new ParsedPattern(point.Next, TimePattern.OfSpan(CalendarMath.UnitOf(unit, day.FirstDay), Durations.PrecisionOf(unit)))
                : null;
        }

        var same = point.Pattern.Kind == PatternKind.Yearly && point.Pattern.Precision == Durations.PrecisionOf(unit);
        return same && unit is TimeUnit.Month or TimeUnit.Year or TimeUnit.Day ? point : null;
    }
}
