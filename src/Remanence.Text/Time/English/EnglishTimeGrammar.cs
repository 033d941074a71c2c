using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Whole English expressions: points, ranges, open intervals, recurring times.</summary>
internal static class EnglishTimeGrammar
{
    // So many words before its bound a verb is denied.
    private const int LongestDenial = 10;

    /// <summary>The longest expression that begins at the token; null where none does.</summary>
    public static Finding? Parse(TokenStream tokens, int at) =>
        tokens.Previous is null ? Expression(tokens, at) : Finding.Longer(Relations.Alone(tokens, at, Sequels.English(tokens, at)), Expression(tokens, at));

    private static Finding? Expression(TokenStream tokens, int at)
    {
        if ((tokens.IsWord(at, "no") || tokens.IsWord(at, "not")) && tokens.IsWord(at + 2, "than"))
        {
            return Bounded(tokens, at);
        }

        switch (tokens.Kind(at))
        {
            case TermKind.Since or TermKind.Before or TermKind.After or TermKind.Until or TermKind.By:
                return Open(tokens, at);
            case TermKind.From when tokens.Is(at + 1, TermKind.Weekday):
                return Relations.Alone(tokens, at, EnglishRecurring.Weekdays(tokens, at + 1)) ?? Framed(tokens, at);
            case TermKind.Between or TermKind.From:
                return Finding.Longer(Framed(tokens, at), Relations.Alone(tokens, at, EnglishHours.Before(tokens, at)));
            case TermKind.Every:
                return Relations.Alone(tokens, at, EnglishRecurring.Every(tokens, at));
            case TermKind.Fortnightly:
                return Relations.Alone(tokens, at, EnglishRecurring.Fortnightly(tokens, at));
            case TermKind.WorkingDays:
                return Relations.Alone(tokens, at, EnglishRecurring.Weekdays(tokens, at));
            case TermKind.Weekday or TermKind.Unit:
                return Finding.Longer(PointOrRange(tokens, at), Relations.Alone(tokens, at, EnglishRecurring.Weekdays(tokens, at)));
            case TermKind.None
            or TermKind.Clause
            or TermKind.Auxiliary
            or TermKind.Asked
            or TermKind.Verb
            or TermKind.And
            or TermKind.Of
            or TermKind.On
            or TermKind.At when tokens[at].Kind != TokenKind.Number && !tokens[at].Term.Has(TermMarks.Holiday):
                return null;
            default:
                return PointOrRange(tokens, at);
        }
    }

    private static Finding? Open(TokenStream tokens, int at)
    {
        var relation = tokens.Kind(at);

        // "by April" names the author more often than the month.
        var point = EnglishPoints.Parse(tokens, at + 1, guarded: relation != TermKind.By);
        if (point is not { } parsed)
        {
            return null;
        }

        return relation switch
        {
            TermKind.Until when IsNegated(tokens, at) => tokens.IsPast(at) ? Relations.Alone(tokens, at, parsed) : Relations.Onwards(tokens, at, parsed),
            TermKind.Before when !tokens.IsPast(at) && IsNegated(tokens, at) => Relations.Onwards(tokens, at, parsed),
            TermKind.Since => Relations.Since(tokens, at, parsed),
            TermKind.Before => Relations.Before(tokens, at, parsed),
            TermKind.After => Relations.After(tokens, at, parsed),
            _ => Relations.Until(tokens, at, parsed),
        };
    }

    /// <summary>"no later than the 22nd", "not sooner than June 3".</summary>
    private static Finding? Bounded(TokenStream tokens, int at)
    {
        var late = tokens.IsWord(at + 1, "later");
        return (late || tokens.IsWord(at + 1, "earlier") || tokens.IsWord(at + 1, "sooner")) && EnglishPoints.Parse(tokens, at + 3, guarded: true) is { } bound
            ? late ? Relations.Until(tokens, at, bound) : Relations.Onwards(tokens, at, bound)
            : null;
    }

    // "won't be back until Friday", "can't start before Friday": from Friday on; "didn't sleep until three": at three.
    private static bool IsNegated(TokenStream tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(tokens.Clauses.Begin(at), at - LongestDenial); i--)
        {
            if (tokens.IsWord(i, "not") || tokens.IsWord(i, "never") || tokens.IsWord(i, "cannot")
                || tokens.Text.AsSpan(tokens[i].Start, tokens[i].Length) is [.., '\'' or '’', 't' or 'T'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"between May and July 2022", "from Monday to Wednesday".</summary>
    private static Finding? Framed(TokenStream tokens, int at)
    {
        var between = tokens.Is(at, TermKind.Between);
        if (EnglishPoints.Parse(tokens, at + 1, guarded: true) is not { } first)
        {
            return null;
        }

        var joined = between
            ? tokens.Is(first.Next, TermKind.And)
            : tokens.Is(first.Next, TermKind.To) || tokens.Is(first.Next, TermKind.Until) || tokens.IsSymbol(first.Next, '-');
        if (joined && (EnglishPoints.Parse(tokens, first.Next + 1, guarded: true) ?? EnglishDayLists.LastDay(tokens, first)) is { } second)
        {
            return Relations.Range(tokens, at, first, second);
        }

        // "from 3 to 9 July" is read as one run of days, which begins with its "from".
        if (!between && first.Pattern is { Kind: PatternKind.Yearly, Rule: { Kind: YearlyKind.Days, IsSingleDay: false } })
        {
            return Relations.Alone(tokens, at, first);
        }

        if (joined && (tokens.IsWord(first.Next + 1, "now") || tokens.IsWord(first.Next + 1, "present")))
        {
            return Relations.Since(tokens, at, first with { Next = first.Next + 2 });
        }

        if (!between && (tokens.Is(first.Next, TermKind.On) || tokens.IsWord(first.Next, "onwards") || tokens.IsWord(first.Next, "onward")))
        {
            return Relations.Since(tokens, at, first with { Next = first.Next + 1 });
        }

        return null;
    }

    private static Finding? PointOrRange(TokenStream tokens, int at)
    {
        if (EnglishMonthDays.OfEveryMonth(tokens, tokens.Is(at, TermKind.The) ? at + 1 : at, every: false) is { } ofMonth)
        {
            return Relations.Alone(tokens, at, ofMonth);
        }

        if ((EnglishPoints.Parse(tokens, at, guarded: false) ?? EnglishDayLists.MonthBefore(tokens, at)) is not { } first)
        {
            return EnglishDayLists.Range(tokens, at) is var (begun, ended) ? Relations.Range(tokens, at, begun, ended) : Prior(tokens, at);
        }

        var joined = tokens.Is(first.Next, TermKind.To) || tokens.Is(first.Next, TermKind.Until) || tokens.IsSymbol(first.Next, '-');
        if (
            joined
            && EnglishPoints.Parse(tokens, first.Next + 1, guarded: true) is { } second
            && (second.Pattern.Kind == first.Pattern.Kind || second.Pattern.Kind == PatternKind.Monthly)
            && Relations.Range(tokens, at, first, second, begins: tokens.Is(first.Next, TermKind.Until) && IsOn(tokens, at)) is { } range)
        {
            return range;
        }

        return Relations.Alone(tokens, at, EnglishRecurring.EveryYear(tokens, first) ?? first);
    }

    // "closed it on Monday until Saturday": closed on that Monday, whenever it opens again.
    private static bool IsOn(TokenStream tokens, int at) => tokens.Is(tokens.Is(at - 1, TermKind.The) ? at - 2 : at - 1, TermKind.On);

    private static Finding? Prior(TokenStream tokens, int at) =>
        tokens.IsWord(at, "prior") && tokens.Is(at + 1, TermKind.To) && EnglishPoints.Parse(tokens, at + 2, guarded: true) is { } point
            ? Relations.Before(tokens, at, point)
            : null;
}
