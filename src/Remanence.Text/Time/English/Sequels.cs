using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Times counted from the one that was named last: "the next day", "three years later", 第二天, 次年, "2019年毕业，三年后结婚".</summary>
internal static class Sequels
{
    private static readonly (string Word, int Value)[] Next =
    [
        ("第二天", (int)TimeUnit.Day), ("次日", (int)TimeUnit.Day), ("翌日", (int)TimeUnit.Day), ("隔天", (int)TimeUnit.Day),
        ("第二个月", (int)TimeUnit.Month), ("次月", (int)TimeUnit.Month), ("第二年", (int)TimeUnit.Year), ("次年", (int)TimeUnit.Year), ("翌年", (int)TimeUnit.Year),
    ];

    /// <summary>Null where no time was named before, or one too coarse: "in 2019 … the next day".</summary>
    public static ParsedPattern? English(TokenStream tokens, int at)
    {
        if (tokens.Previous is not { } previous)
        {
            return null;
        }

        return tokens.Is(at, TermKind.The) ? Beside(tokens, at + 1, previous) : Counted(tokens, at, previous);
    }

    public static ParsedPattern? Chinese(TokenStream tokens, int at)
    {
        // "旅行的第二天" is the second day of a trip.
        if (tokens.Previous is not { } previous || HanWords.Match(tokens, at, Next, out var next) is not { } unit || tokens.IsHan(at - 1, '的')
            || !IsWithin(previous, (TimeUnit)unit))
        {
            return null;
        }

        return EnglishPoints.Neighbour(tokens.Context, new Term(TermKind.Unit, (sbyte)unit), previous, side: 1) is { } beside
            ? new ParsedPattern(next, beside)
            : null;
    }

    /// <summary>三年后 after a time in the same sentence; null where it must count from now, because it would lie ahead.</summary>
    public static TimePattern? Later(TokenStream tokens, int at, Quantity quantity, TimeUnit unit)
    {
        if (tokens.Previous is not { } previous || !tokens.HasPreviousInSentence(at) || tokens.IsAhead(at) || !IsWithin(previous, unit))
        {
            return null;
        }

        var pattern = Away(tokens.Context, previous, quantity, unit, 1);
        return pattern.Span.End <= tokens.Context.Now ? pattern : null;
    }

    /// <summary>"the next day", "the following week", "the day before" where nothing follows.</summary>
    private static ParsedPattern? Beside(TokenStream tokens, int at, LocalSpan previous)
    {
        var term = tokens[at].Term;
        var following = term.Kind == TermKind.Following || (term.Kind == TermKind.Next && !tokens.IsAhead(at) && previous.End <= tokens.Context.Now);
        if (following)
        {
            return tokens.Is(at + 2, TermKind.Of) ? null : Neighbour(tokens, at + 1, at + 2, previous, side: 1);
        }

        var side = tokens.Kind(at + 1) switch { TermKind.Before => -1, TermKind.After => 1, _ => 0 };
        return side != 0 && tokens[at + 2].Kind is TokenKind.Edge or TokenKind.Symbol ? Neighbour(tokens, at, at + 2, previous, side) : null;
    }

    private static ParsedPattern? Neighbour(TokenStream tokens, int at, int next, LocalSpan previous, int side)
    {
        var term = tokens[at].Term;
        var unit = term.Kind == TermKind.Unit ? (TimeUnit)term.Value : TimeUnit.Day;
        return term.Kind is TermKind.Unit or TermKind.DayPart or TermKind.Weekday && !term.Has(TermMarks.Plural | TermMarks.Short) && IsWithin(previous, unit)
            && EnglishPoints.Neighbour(tokens.Context, term, previous, side) is { } beside
            ? new ParsedPattern(next, beside)
            : null;
    }

    /// <summary>"three years later", "two days earlier".</summary>
    private static ParsedPattern? Counted(TokenStream tokens, int at, LocalSpan previous)
    {
        if (
            EnglishNumbers.Count(tokens, at, out var unitAt) is not { } quantity
            || !EnglishRelatives.IsUnit(tokens, unitAt, ref quantity, out var unit, out var next)
            || tokens[next].Term is not { Kind: TermKind.Early or TermKind.Late, Value: 1 } side
            || tokens.IsWord(next + 1, "than")
            || !IsWithin(previous, unit))
        {
            return null;
        }

        return new ParsedPattern(next + 1, Away(tokens.Context, previous, quantity, unit, side.Kind == TermKind.Late ? 1 : -1));
    }

    private static TimePattern Away(in TimeContext context, LocalSpan previous, Quantity quantity, TimeUnit unit, int direction)
    {
        var from = unit < TimeUnit.Day || direction < 0 ? previous.Start : LocalSpan.Days(previous.LastDay, 1).Start;
        return Durations.Away(context.At(from), quantity, unit, direction);
    }

    // Three days after a month are no day.
    private static bool IsWithin(LocalSpan span, TimeUnit unit)
    {
        var days = unit switch
        {
            TimeUnit.Day => 3,
            TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend => 7,
            TimeUnit.Month => 31,
            TimeUnit.Quarter => 92,
            TimeUnit.Year => 366,
            TimeUnit.Decade => 3653,
            _ => 0,
        };
        return span.Start != LocalSpan.Beginning && span.End != LocalSpan.Forever
            && span.End - span.Start <= (days == 0 ? TimeSpan.TicksPerHour : days * TimeSpan.TicksPerDay);
    }
}
