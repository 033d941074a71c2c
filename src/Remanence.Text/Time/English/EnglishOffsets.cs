using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>
/// Days so many weeks from another: "Friday week", "a week on Tuesday", "a fortnight today", "the Friday before last", "two Fridays from now".
/// </summary>
internal static class EnglishOffsets
{
    public static ParsedPattern? Parse(TokenStream tokens, int at) => tokens[at].Term.Kind switch
    {
        TermKind.Weekday or TermKind.RelativeDay when !tokens[at].Term.Has(TermMarks.Plural) => Followed(tokens, at),
        TermKind.Article or TermKind.Ones or TermKind.Tens or TermKind.Couple => Counted(tokens, at),
        _ when tokens.IsNumber(at) => Counted(tokens, at),
        _ => null,
    };

    /// <summary>The coming day of a name, or the day itself.</summary>
    public static int? Coming(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        return term.Kind switch
        {
            TermKind.Weekday when !term.Has(TermMarks.Plural) && EnglishGuards.WeekdayAllowed(tokens, at, guarded: true) =>
                PatternResolver.Weekday(term.Value, tokens.Context.Today, Occurrence.Coming),
            TermKind.RelativeDay => tokens.Context.Today + term.Value,
            _ => null,
        };
    }

    /// <summary>"Friday week", "tomorrow fortnight", "Tuesday before last", "Saturday after next".</summary>
    private static ParsedPattern? Followed(TokenStream tokens, int at)
    {
        if (Coming(tokens, at) is not { } day)
        {
            return null;
        }

        if (WeeksOf(tokens, at + 1) is { } weeks && !tokens.IsNumber(at + 2) && !tokens.Is(at + 2, TermKind.Ones) && !tokens.Is(at + 2, TermKind.NotAYear))
        {
            return new ParsedPattern(at + 2, TimePattern.OfDay(day + (7 * weeks)));
        }

        var weekday = tokens.Is(at, TermKind.Weekday) ? tokens[at].Term.Value : -1;
        return weekday < 0
            ? null
            : (tokens.Kind(at + 1), tokens.Kind(at + 2)) switch
            {
                (TermKind.Before, TermKind.Last) => new ParsedPattern(
                    at + 3,
                    TimePattern.OfDay(PatternResolver.Weekday(weekday, tokens.Context.Today, Occurrence.Last) - 7)),
                (TermKind.After, TermKind.This) when tokens.IsWord(at + 3, "one") || tokens.IsWord(at + 3, "coming") => new ParsedPattern(
                    at + 4,
                    TimePattern.OfDay(PatternResolver.Weekday(weekday, tokens.Context.Today, Occurrence.Coming) + 7)),
                (TermKind.After, TermKind.Next) => new ParsedPattern(
                    at + 3,
                    TimePattern.OfDay(PatternResolver.Weekday(weekday, tokens.Context.Today, Occurrence.Next) + 7)),
                _ => null,
            };
    }

    /// <summary>"a week on Sunday", "two weeks tomorrow", "a fortnight today", "a week ago yesterday", "two Fridays from now".</summary>
    private static ParsedPattern? Counted(TokenStream tokens, int at)
    {
        // "once a week on Sunday", "for a week on Sunday"
        var inside = tokens.Kind(at - 1) is TermKind.For or TermKind.In or TermKind.Every or TermKind.Unit || tokens[at - 1].Kind == TokenKind.Number
            || tokens.IsWord(at - 1, "once") || tokens.IsWord(at - 1, "twice") || tokens.IsWord(at - 1, "times");
        if (EnglishNumbers.Count(tokens, at, out var unitAt) is not { Fuzzy: false } quantity || quantity.Least % 2 != 0)
        {
            return null;
        }

        var count = quantity.Least / 2;
        if (tokens[unitAt].Term is { Kind: TermKind.Weekday } weekday && tokens.Is(unitAt + 1, TermKind.From) && tokens.IsWord(unitAt + 2, "now"))
        {
            var coming = PatternResolver.Weekday(weekday.Value, tokens.Context.Today, Occurrence.Next);
            return new ParsedPattern(unitAt + 3, TimePattern.OfDay(coming + (7 * (count - 1))));
        }

        if (tokens[unitAt].Term is not { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Week or (sbyte)TimeUnit.Fortnight } unit || unit.Has(TermMarks.Short))
        {
            return null;
        }

        var weeks = count * (unit.Value == (sbyte)TimeUnit.Fortnight ? 2 : 1);
        var ago = tokens.Is(unitAt + 1, TermKind.Ago);
        var dayAt = ago ? unitAt + 2 : unitAt + 1;
        if (ago)
        {
            return Ago(tokens, dayAt, weeks);
        }

        // "a week last Friday", "a week yesterday": so long before.
        if (tokens.Is(dayAt, TermKind.Last) && tokens[dayAt + 1].Term is { Kind: TermKind.Weekday } last && !inside)
        {
            return new ParsedPattern(dayAt + 2, TimePattern.OfDay(PatternResolver.Weekday(last.Value, tokens.Context.Today, Occurrence.Last) - (7 * weeks)));
        }

        if (tokens[dayAt].Term is { Kind: TermKind.RelativeDay, Value: -1 } && !inside)
        {
            return new ParsedPattern(dayAt + 1, TimePattern.OfDay(tokens.Context.Today - 1 - (7 * weeks)));
        }

        dayAt += tokens.Kind(dayAt) is TermKind.On or TermKind.From ? 1 : 0;
        dayAt += tokens.Is(dayAt - 1, TermKind.From) && tokens.Kind(dayAt) is TermKind.Next or TermKind.Coming or TermKind.This ? 1 : 0;
        // "it'll be three weeks on Friday since I quit" counts what is past by then.
        var named = (tokens.Is(dayAt - 1, TermKind.From) || !inside) && !tokens.Is(dayAt + 1, TermKind.Since);
        return
            named
            && Coming(tokens, dayAt) is { } day
            && day >= tokens.Context.Today
            && !(tokens.Is(dayAt - 1, TermKind.From) && tokens.Is(dayAt, TermKind.RelativeDay))
            ? new ParsedPattern(dayAt + 1, TimePattern.OfDay(day + (7 * weeks)))
            : null;
    }

    // "a week ago yesterday", "a week ago Sunday", "two weeks ago last Friday": so long before the last of its name.
    private static ParsedPattern? Ago(TokenStream tokens, int at, int weeks)
    {
        if (tokens[at].Term is { Kind: TermKind.RelativeDay } day)
        {
            return new ParsedPattern(at + 1, TimePattern.OfDay(tokens.Context.Today + day.Value - (7 * weeks)));
        }

        var dayAt = tokens.Kind(at) is TermKind.Last or TermKind.On ? at + 1 : at;
        return tokens[dayAt].Term is { Kind: TermKind.Weekday } weekday && !weekday.Has(TermMarks.Plural | TermMarks.Short)
            ? new ParsedPattern(dayAt + 1, TimePattern.OfDay(PatternResolver.Weekday(weekday.Value, tokens.Context.Today, Occurrence.Last) - (7 * weeks)))
            : null;
    }

    private static int? WeeksOf(TokenStream tokens, int at) => tokens[at].Term switch
    {
        { Kind: TermKind.Unit } unit when unit.Has(TermMarks.Plural | TermMarks.Short) || tokens[at].Has(TokenMarks.Possessive) => null,
        { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Week } => 1,
        { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Fortnight } => 2,
        _ => null,
    };
}
