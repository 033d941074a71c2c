using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Times relative to the moment of speaking: "yesterday", "two weeks ago", "the past three days", "recently", "late last year".</summary>
internal static class EnglishRelatives
{
    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        var token = tokens[at];
        switch (token.Term.Kind)
        {
            case TermKind.RelativeDay:
                return new ParsedPattern(at + 1, TimePattern.OfDay(tokens.Context.Today + token.Term.Value));
            case TermKind.Tonight:
                return new ParsedPattern(at + 1, TimePattern.OfDay(tokens.Context.Today).At(DayTime.Night));
            case TermKind.Recently when token.Term.Value == 2:
                return InRecent(tokens, at);
            case TermKind.Recently:
                return new ParsedPattern(at + 1, VagueTimes.Recently(tokens.Context));
            case TermKind.These when tokens.IsWord(at + 1, "days"):
                return new ParsedPattern(at + 2, VagueTimes.TheseDays(tokens.Context));
            case TermKind.Other when tokens.IsWord(at + 1, "day") && tokens.Is(at - 1, TermKind.The):
                return new ParsedPattern(at + 2, Durations.Away(tokens.Context, Quantity.Few, TimeUnit.Day, -1));
            case TermKind.Early or TermKind.Late or TermKind.Mid or TermKind.Beginning or TermKind.Middle or TermKind.Ending:
                return Part(tokens, at);
            case TermKind.Unit:
                return DayBeforeYesterday(tokens, at) ?? VaguelyAgo(tokens, at) ?? TheWeekend(tokens, at);
            case TermKind.Article when tokens.Is(at + 1, TermKind.While) && tokens.Is(at + 2, TermKind.Ago):
                return new ParsedPattern(at + 3, VagueTimes.AWhileAgo(tokens.Context));
            case TermKind.Around:
                return Away(tokens, at + 1)?.AsFuzzy();
            default:
                return ParsedPattern.Longer(ParsedPattern.Longer(Rolling(tokens, at), Away(tokens, at)), WeekdayOfWeek(tokens, at))
                    ?? InPlural(tokens, at)
                    ?? ThatTime(tokens, at);
        }
    }

    /// <summary>"two weeks ago" as -2, "in two weeks" as 2; null for anything else.</summary>
    public static int? Weeks(TokenStream tokens, int at, out int next)
    {
        next = at;
        var ahead = tokens.Is(at, TermKind.In);
        if (EnglishNumbers.Count(tokens, ahead ? at + 1 : at, out var unitAt) is not { Fuzzy: false } quantity || quantity.Least % 2 != 0
            || tokens[unitAt].Term.Has(TermMarks.Short) || !IsUnit(tokens, unitAt, ref quantity, out var unit, out next)
            || unit is not (TimeUnit.Week or TimeUnit.Fortnight) || ahead == tokens.Is(next, TermKind.Ago))
        {
            return null;
        }

        var weeks = quantity.Least / 2 * (unit == TimeUnit.Fortnight ? 2 : 1);
        next += ahead ? 0 : 1;
        return ahead ? weeks : -weeks;
    }

    /// <summary>"two weeks ago on Tuesday", "in two weeks on Friday".</summary>
    private static ParsedPattern? WeekdayOfWeek(TokenStream tokens, int at)
    {
        if (Weeks(tokens, at, out var next) is not { } weeks)
        {
            return null;
        }

        var weekdayAt = tokens.Is(next, TermKind.On) ? next + 1 : next;
        return
            tokens[weekdayAt].Term is { Kind: TermKind.Weekday } weekday
            && !weekday.Has(TermMarks.Plural)
            && EnglishGuards.WeekdayAllowed(tokens, weekdayAt, guarded: false)
            ? new ParsedPattern(weekdayAt + 1, TimePattern.OfDay(CalendarMath.Monday(tokens.Context.Today) + (7 * weeks) + weekday.Value))
            : null;
    }

    private static ParsedPattern AsFuzzy(this ParsedPattern parsed) => parsed with { Pattern = parsed.Pattern.AsFuzzy() };

    /// <summary>A unit with its number's "and a half", "second" included only where "ago" rules out the ordinal.</summary>
    public static bool IsUnit(TokenStream tokens, int at, ref Quantity quantity, out TimeUnit unit, out int next)
    {
        next = at + 1;
        var term = tokens[at].Term;
        unit = (TimeUnit)term.Value;
        if (term.Kind == TermKind.Ordinal && tokens.IsWord(at, "second") && tokens.Is(next, TermKind.Ago))
        {
            unit = TimeUnit.Second;
            return true;
        }

        if (term.Kind != TermKind.Unit || (term.Has(TermMarks.Short) && tokens[at].Length == 1 && !tokens.IsTight(at)))
        {
            return false;
        }

        if (EnglishNumbers.AndAHalf(tokens, ref next))
        {
            quantity = quantity.PlusHalf();
        }

        return true;
    }

    /// <summary>"three days ago", "in two weeks", "two weeks from now".</summary>
    private static ParsedPattern? Away(TokenStream tokens, int at)
    {
        var ahead = tokens.Is(at, TermKind.In);
        var countAt = ahead && tokens.Is(at + 1, TermKind.Around) ? at + 2 : ahead ? at + 1 : at;
        if (EnglishNumbers.Count(tokens, countAt, out var unitAt) is not { } quantity)
        {
            return null;
        }

        if (tokens.Is(unitAt, TermKind.Weekday))
        {
            return WeekdaysAgo(tokens, quantity, unitAt);
        }

        if (tokens.Is(unitAt, TermKind.DayPart) && tokens.Is(unitAt + 1, TermKind.Ago) && !quantity.Fuzzy)
        {
            return new ParsedPattern(unitAt + 2, TimePattern.OfDay(tokens.Context.Today - (quantity.Least / 2)).At(DayTime.OfPart(tokens[unitAt].Term.Value)));
        }

        if (!IsUnit(tokens, unitAt, ref quantity, out var unit, out var next))
        {
            return null;
        }

        if (tokens.Is(next, TermKind.And) && CompoundAgo(tokens, quantity, unit, next + 1) is { } compound)
        {
            return compound;
        }

        if (tokens.Kind(next) is TermKind.Ago or TermKind.From && tokens.IsWord(next + 1, "today") && !quantity.Fuzzy && unit >= TimeUnit.Day)
        {
            var count = tokens.Is(next, TermKind.Ago) ? -quantity.Least : quantity.Least;
            var day = CalendarMath.DayOf(Durations.Shift(LocalSpan.Days(tokens.Context.Today, 1).Start, unit, count));
            return new ParsedPattern(next + 2, TimePattern.OfDay(day));
        }

        if (tokens.Is(next, TermKind.Ago) || (tokens.Is(next, TermKind.Back) && !ahead))
        {
            return new ParsedPattern(next + 1, Durations.Ago(tokens.Context, quantity, unit));
        }

        if (tokens.Is(next, TermKind.Hence))
        {
            return new ParsedPattern(next + 1, Durations.Away(tokens.Context, quantity, unit, 1));
        }

        var fromNow = tokens.Is(next, TermKind.From) && (tokens.IsWord(next + 1, "now") || tokens.IsWord(next + 1, "today"));
        if (fromNow)
        {
            return new ParsedPattern(next + 2, Durations.Away(tokens.Context, quantity, unit, 1));
        }

        var isDuration = tokens.Kind(next) is TermKind.Of or TermKind.Before or TermKind.After or TermKind.From || tokens[unitAt].Term.Has(TermMarks.Short);
        return ahead && !isDuration ? InUnits(tokens, at, next, quantity, unit) : null;
    }

    /// <summary>"in three weeks": to come, or what has not been for so long; behind a past verb, a duration.</summary>
    private static ParsedPattern? InUnits(TokenStream tokens, int at, int next, Quantity quantity, TimeUnit unit)
    {
        var tense = tokens.TenseAt(at);
        if (tense == Tense.Perfect || (tokens.IsWord(at - 1, "time") && tokens.Is(at - 2, TermKind.Ordinal)))
        {
            return new ParsedPattern(next, Durations.Past(tokens.Context, quantity, unit));
        }

        return tense == Tense.Past && !IsReport(tokens, at) ? null : new ParsedPattern(next, Durations.Away(tokens.Context, quantity, unit, 1));
    }

    // "told me to come in a week": said of what was to come.
    private static bool IsReport(TokenStream tokens, int at) =>
        tokens.Clauses.VerbAt(at) is var verb and >= 0
        && (
            tokens.IsWord(verb, "said")
            || tokens.IsWord(verb, "told")
            || tokens.IsWord(verb, "asked")
            || tokens.IsWord(verb, "wanted")
            || tokens.IsWord(verb, "planned")
            || tokens.IsWord(verb, "promised"));

    /// <summary>"haven't seen her in weeks"</summary>
    private static ParsedPattern? InPlural(TokenStream tokens, int at) =>
        tokens.Is(at, TermKind.In)
        && tokens[at + 1].Term is { Kind: TermKind.Unit } unit
        && unit.Has(TermMarks.Plural)
        && !unit.Has(TermMarks.Short)
        && tokens.TenseAt(at) == Tense.Perfect
            ? new ParsedPattern(at + 2, Durations.Past(tokens.Context, Quantity.Few, (TimeUnit)unit.Value))
            : null;

    /// <summary>"this time last year", "the same time last month".</summary>
    private static ParsedPattern? ThatTime(TokenStream tokens, int at)
    {
        var same = tokens.Is(at, TermKind.This) || tokens.IsWord(at, "same");
        return
            same
            && tokens.IsWord(at + 1, "time")
            && tokens.Kind(at + 2) is TermKind.Last or TermKind.Next
            && tokens[at + 3].Term is { Kind: TermKind.Unit } unit
            && !unit.Has(TermMarks.Plural | TermMarks.Short)
            && (TimeUnit)unit.Value >= TimeUnit.Week
            ? new ParsedPattern(at + 4, Durations.Away(tokens.Context, Quantity.Of(1), (TimeUnit)unit.Value, tokens.Is(at + 2, TermKind.Last) ? -1 : 1))
            : null;
    }

    /// <summary>"three Fridays ago"</summary>
    private static ParsedPattern? WeekdaysAgo(TokenStream tokens, Quantity quantity, int weekdayAt)
    {
        if (quantity.Fuzzy || quantity.Least % 2 != 0 || !tokens.Is(weekdayAt + 1, TermKind.Ago))
        {
            return null;
        }

        var latest = PatternResolver.Weekday(tokens[weekdayAt].Term.Value, tokens.Context.Today, Occurrence.Last);
        return new ParsedPattern(weekdayAt + 2, TimePattern.OfDay(latest - (7 * ((quantity.Least / 2) - 1))));
    }

    /// <summary>The second half of "two years and three months ago".</summary>
    private static ParsedPattern? CompoundAgo(TokenStream tokens, Quantity longer, TimeUnit longerUnit, int at)
    {
        if (longer.Fuzzy || EnglishNumbers.Count(tokens, at, out var unitAt) is not { } shorter
            || !IsUnit(tokens, unitAt, ref shorter, out var unit, out var next) || !tokens.Is(next, TermKind.Ago))
        {
            return null;
        }

        var moved = tokens.Context.At(Durations.Shift(tokens.Context.Now, longerUnit, -longer.Least));
        return new ParsedPattern(next + 1, Durations.Away(moved, shorter, unit, -1));
    }

    private static ParsedPattern? VaguelyAgo(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        return term.Has(TermMarks.Plural) && !term.Has(TermMarks.Short) && tokens.Is(at + 1, TermKind.Ago) && !tokens.Is(at - 1, TermKind.Many)
            ? new ParsedPattern(at + 2, Durations.Away(tokens.Context, Quantity.Few, (TimeUnit)term.Value, -1))
            : null;
    }

    /// <summary>"in recent months"</summary>
    private static ParsedPattern? InRecent(TokenStream tokens, int at)
    {
        var term = tokens[at + 1].Term;
        return term.Kind == TermKind.Unit && term.Has(TermMarks.Plural) && !term.Has(TermMarks.Short)
            ? new ParsedPattern(at + 2, Durations.Past(tokens.Context, Quantity.Few, (TimeUnit)term.Value))
            : null;
    }

    /// <summary>"over the weekend"</summary>
    private static ParsedPattern? TheWeekend(TokenStream tokens, int at)
    {
        var weekend = tokens[at].Term is { Value: (sbyte)TimeUnit.Weekend } unit && !unit.Has(TermMarks.Plural) && tokens.Is(at - 1, TermKind.The)
            && tokens.Kind(at - 2) is TermKind.Over or TermKind.On or TermKind.At or TermKind.During or TermKind.For or TermKind.By or TermKind.After
                or TermKind.Before or TermKind.Until or TermKind.Since;
        return weekend && !tokens.Is(at + 1, TermKind.Of) ? new ParsedPattern(at + 1, VagueTimes.Weekend(tokens, at)) : null;
    }

    private static ParsedPattern? DayBeforeYesterday(TokenStream tokens, int at)
    {
        var isDay = (TimeUnit)tokens[at].Term.Value == TimeUnit.Day && tokens.Is(at + 2, TermKind.RelativeDay);
        var days = (tokens.Kind(at + 1), tokens[at + 2].Term.Value) switch
        {
            (TermKind.Before, -1) => -2,
            (TermKind.After, 1) => 2,
            _ => 0,
        };
        return isDay && days != 0 ? new ParsedPattern(at + 3, TimePattern.OfDay(tokens.Context.Today + days)) : null;
    }

    /// <summary>"the past three days", "within the last month", "the next two weeks".</summary>
    private static ParsedPattern? Rolling(TokenStream tokens, int at)
    {
        var chooserAt = at;
        var within = tokens.Is(at, TermKind.Within);
        var framed = within || tokens.Kind(at) is TermKind.In or TermKind.Over or TermKind.During or TermKind.For;
        if (framed)
        {
            chooserAt++;
        }

        var article = tokens.Is(chooserAt, TermKind.The) || tokens.Is(chooserAt, TermKind.These) || (framed && tokens.Is(chooserAt, TermKind.This));
        if (article)
        {
            chooserAt++;
        }

        var chooser = tokens.Kind(chooserAt);
        if (chooser is not (TermKind.Last or TermKind.Past or TermKind.Next or TermKind.Coming))
        {
            return within && Within(tokens, at + 1) is { } ahead ? ahead : null;
        }

        var counted = EnglishNumbers.Count(tokens, chooserAt + 1, out var unitAt);
        var quantity = counted ?? Quantity.Of(1);
        if (!IsUnit(tokens, unitAt, ref quantity, out var unit, out var next) || unit == TimeUnit.Weekend || tokens.Is(next, TermKind.Of))
        {
            return null;
        }

        // "last month" is the calendar's; "the past month" and "within the last month" end now.
        var rolls = counted is not null || chooser == TermKind.Past || within || (framed && article && chooser == TermKind.Last);
        if (!rolls)
        {
            return null;
        }

        var pattern = chooser is TermKind.Next or TermKind.Coming
            ? Durations.Coming(tokens.Context, quantity, unit)
            : Durations.Past(tokens.Context, quantity, unit);
        return new ParsedPattern(next, pattern);
    }

    private static ParsedPattern? Within(TokenStream tokens, int at)
    {
        if (EnglishNumbers.Count(tokens, at, out var unitAt) is not { } quantity || !IsUnit(tokens, unitAt, ref quantity, out var unit, out var next))
        {
            return null;
        }

        return tokens.Is(next, TermKind.Of) ? null : new ParsedPattern(next, Durations.Coming(tokens.Context, quantity, unit));
    }

    /// <summary>"early May", "mid-2023", "the end of last month", "late last night", "earlier this week".</summary>
    private static ParsedPattern? Part(TokenStream tokens, int at)
    {
        var token = tokens[at];
        if (token.Term is { Kind: TermKind.Early or TermKind.Late, Value: 1 })
        {
            return Half(tokens, at);
        }

        var noun = token.Term.Kind is TermKind.Beginning or TermKind.Middle or TermKind.Ending;
        var from = at + 1;
        if (noun ? tokens.Is(from, TermKind.Of) : tokens.Is(from, TermKind.In) || tokens.IsTightSymbol(from, '-') || tokens.Is(from, TermKind.On))
        {
            from++;
        }
        else if (noun)
        {
            return null;
        }

        var part = token.Term.Kind switch
        {
            TermKind.Early => PeriodPart.Early,
            TermKind.Mid or TermKind.Middle => PeriodPart.Middle,
            TermKind.Late => PeriodPart.Late,
            TermKind.Beginning => PeriodPart.Beginning,
            _ => PeriodPart.End,
        };
        if (EnglishDates.Period(tokens, from) is { } period && period.Pattern.Rule.Narrow(part) is { } rule)
        {
            return new ParsedPattern(period.Next, TimePattern.Yearly(rule, period.Pattern.Year, fuzzy: true));
        }

        var inDay = noun ? null : ParsedPattern.Longer(EnglishChoices.Parse(tokens, from), Parse(tokens, from, depth: 1));
        return inDay is { Pattern.Precision: TimePrecision.Hour or TimePrecision.Day } ? inDay.Value.AsFuzzy() : null;
    }

    private static ParsedPattern? Parse(TokenStream tokens, int at, int depth) =>
        depth == 1 && tokens.Kind(at) is TermKind.RelativeDay or TermKind.Tonight ? EnglishDayTimes.Attach(tokens, Parse(tokens, at)) : null;

    private static ParsedPattern? Half(TokenStream tokens, int at)
    {
        var whole = ParsedPattern.Longer(EnglishChoices.Parse(tokens, at + 1), tokens.Is(at + 1, TermKind.RelativeDay) ? Parse(tokens, at + 1) : null);
        if (whole is not { } parsed || PatternResolver.Resolve(parsed.Pattern, tokens.Context, future: false) is not { } span)
        {
            return null;
        }

        // Of what lies on one side of now altogether nothing is cut off.
        var now = tokens.Context.Now;
        if (span.Start < now && now < span.End)
        {
            span = tokens.Is(at, TermKind.Early) ? span with { End = now } : span with { Start = now };
        }

        return new ParsedPattern(parsed.Next, TimePattern.OfSpan(span, parsed.Pattern.Precision, fuzzy: true));
    }
}
