using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Decides whether a word or a number that may mean something else stands for a time here.</summary>
internal static class EnglishGuards
{
    /// <summary>The token continues what stands before it: "v2", "$5", "1.5", "#7".</summary>
    public static bool IsGlued(TokenStream tokens, int at)
    {
        var before = tokens[at - 1];
        if (before.Kind == TokenKind.Symbol && (char)before.Value is '$' or '€' or '£' or '¥' or '￥' or '#')
        {
            return true;
        }

        if (!tokens.IsTight(at))
        {
            return false;
        }

        // "2023/5/1-2023/5/7"
        if (
            before.Value == '-'
            && tokens[at] is { Kind: TokenKind.Number, Length: 4 }
            && (tokens.IsTightSymbol(at + 1, '/') || tokens.IsTightSymbol(at + 1, '.')))
        {
            return false;
        }

        // "April 28-May 3"
        var joined = before.Value == '-' && tokens.IsNumber(at - 2) && tokens.Is(at - 3, TermKind.Month);
        if (joined && tokens.Is(at, TermKind.Month) && tokens.IsNumber(at + 1))
        {
            return false;
        }

        return before.Kind switch
        {
            TokenKind.Word => before.Term.Kind is not (TermKind.Mid or TermKind.QuarterLetter),
            TokenKind.Number => true,
            TokenKind.Symbol => (char)before.Value is '.' or '/' or '-' or ':' or '_' or '=' or '+' or '@' or '&' && tokens.IsTight(at - 1)
                && tokens[at - 2].Kind is TokenKind.Number or TokenKind.Symbol
                || (char)before.Value is '_' or '=' or '@',
            _ => false,
        };
    }

    /// <summary>Nothing that would make the number before it part of something longer: "2023-x", "2022%", "1999.5".</summary>
    public static bool EndsCleanly(TokenStream tokens, int next)
    {
        if (!tokens.IsTight(next))
        {
            return true;
        }

        var token = tokens[next];
        return token.Kind switch
        {
            TokenKind.Number => false,
            TokenKind.Word => token.Has(TokenMarks.Possessive),
            TokenKind.Symbol => (char)token.Value is not ('%' or '_' or '$' or '°' or '@')
                && !((char)token.Value is '-' or '/' or '.' or ':' && tokens[next + 1].Kind is TokenKind.Number or TokenKind.Word && tokens.IsTight(next + 1)),
            _ => true,
        };
    }

    /// <summary>A month's name without a day or a year beside it.</summary>
    public static bool MonthAllowed(TokenStream tokens, int at, bool guarded)
    {
        var token = tokens[at];
        if (!token.Term.Has(TermMarks.Ambiguous))
        {
            return true;
        }

        var lowerCase = !token.Has(TokenMarks.Capital);
        if (tokens.Is(at + 1, TermKind.Verb) || (lowerCase && token.Term.Has(TermMarks.Short)))
        {
            return false;
        }

        var before = tokens.Kind(Before(tokens, at));
        var listed = before is TermKind.And or TermKind.Or || tokens.IsSymbol(at - 1, ',');
        if (listed && (tokens.Is(at - 2, TermKind.Month) || (tokens.IsSymbol(at - 2, ',') && tokens.Is(at - 3, TermKind.Month))))
        {
            return !lowerCase;
        }

        var begunRange =
            !lowerCase && (tokens.IsSymbol(at + 1, '-') || tokens.Kind(at + 1) is TermKind.To or TermKind.Until) && tokens.Is(at + 2, TermKind.Month);
        var speaksOfTime =
            guarded
            || begunRange
            || before
                is TermKind.In
                    or TermKind.Since
                    or TermKind.Until
                    or TermKind.During
                    or TermKind.Every
                    or TermKind.Early
                    or TermKind.Mid
                    or TermKind.Late
                    or TermKind.Around
                    or TermKind.Last
                    or TermKind.Next
                    or TermKind.Coming
                    or TermKind.Past;
        return speaksOfTime || (before == TermKind.This && !lowerCase);
    }

    /// <summary>A weekday's short form, which may be a verb, a name or a star.</summary>
    public static bool WeekdayAllowed(TokenStream tokens, int at, bool guarded)
    {
        var token = tokens[at];
        if (!token.Term.Has(TermMarks.Short))
        {
            return true;
        }

        var everydayWord = tokens.IsWord(at, "sun") || tokens.IsWord(at, "sat") || tokens.IsWord(at, "wed") || tokens.IsWord(at, "mon");
        if (everydayWord && !token.Has(TokenMarks.Capital))
        {
            return tokens.Kind(at - 1) is TermKind.Last or TermKind.Next && !tokens.IsWord(at, "sun");
        }

        var begunRange = (tokens.IsSymbol(at + 1, '-') || tokens.Kind(at + 1) is TermKind.To or TermKind.Until) && tokens.Is(at + 2, TermKind.Weekday);
        // "Mon, Wed and Fri"
        var listed =
            token.Has(TokenMarks.Capital)
            && (
                (EnglishLists.Joint(tokens, at + 1, out var member, out _) && tokens.Is(member, TermKind.Weekday))
                || ((tokens.IsSymbol(at - 1, ',') || tokens.Is(at - 1, TermKind.And)) && tokens.Is(at - 2, TermKind.Weekday)));
        return guarded
            || begunRange
            || listed
            || tokens.Kind(at - 1)
                is TermKind.On
                    or TermKind.Last
                    or TermKind.Next
                    or TermKind.This
                    or TermKind.Coming
                    or TermKind.Past
                    or TermKind.Every
                    or TermKind.By
                    or TermKind.Until
                    or TermKind.Since
                    or TermKind.Before
                    or TermKind.After;
    }

    public static bool SeasonAllowed(TokenStream tokens, int at, bool guarded)
    {
        var before = tokens.Kind(Before(tokens, at));
        var article = tokens.Is(at - 1, TermKind.The);
        if (tokens[at].Term.Has(TermMarks.Ambiguous))
        {
            // "the fall of Rome", "since the fall": a fall is a season only after few words.
            return before is TermKind.In or TermKind.During or TermKind.Last or TermKind.Next or TermKind.This or TermKind.Every or TermKind.Early
                or TermKind.Late or TermKind.Mid or TermKind.Coming or TermKind.Past && !tokens.Is(at + 1, TermKind.Of);
        }

        return guarded || before is TermKind.In or TermKind.During or TermKind.Last or TermKind.Next or TermKind.This or TermKind.Every or TermKind.Early
            or TermKind.Late or TermKind.Mid or TermKind.Coming or TermKind.Past or TermKind.Since or TermKind.Until or TermKind.By
            || (article && before is TermKind.Over or TermKind.Of);
    }

    /// <summary>A bare number of four digits.</summary>
    public static bool YearAllowed(TokenStream tokens, int at, bool guarded)
    {
        var token = tokens[at];
        if (token.Value is < 1800 or > 2100 || token.Length != 4 || IsGlued(tokens, at) || !EndsCleanly(tokens, at + 1))
        {
            return false;
        }

        var after = tokens[at + 1];
        if (after.Term.Kind is TermKind.NotAYear or TermKind.Unit || (after.Kind == TokenKind.Symbol && (char)after.Value is '$' or '€'))
        {
            return false;
        }

        var before = tokens.Kind(at - 1);
        if (guarded || before is TermKind.In or TermKind.Since or TermKind.Until or TermKind.During or TermKind.By or TermKind.Before
            or TermKind.After or TermKind.Mid or TermKind.Early or TermKind.Late || (before == TermKind.From && !tokens.Is(at + 1, TermKind.To)))
        {
            return true;
        }

        // "the crash of 1929"
        if (before == TermKind.Of && tokens.Is(at - 3, TermKind.The) && after.Kind is TokenKind.Edge or TokenKind.Symbol)
        {
            return true;
        }

        if (token.Value is < 1950 or > 2060 || before is TermKind.Around or TermKind.Over or TermKind.At)
        {
            return false;
        }

        var closes = after.Kind is TokenKind.Edge or TokenKind.Symbol
            || after.Term.Kind is TermKind.Auxiliary or TermKind.And or TermKind.Or or TermKind.To or TermKind.When or TermKind.Clause or TermKind.Until;
        return tokens.Is(at - 1, TermKind.The) || (closes && IsQuietBefore(tokens, at));
    }

    /// <summary>"the nineties", "the early 90s", but not "her late twenties": an age.</summary>
    public static bool NamesDecade(TokenStream tokens, int at)
    {
        if (tokens.Is(at - 1, TermKind.The))
        {
            return true;
        }

        var partAt = tokens.IsSymbol(at - 1, '-') && tokens.Is(at - 2, TermKind.Mid) ? at - 2 : at - 1;
        return tokens.Kind(partAt) is TermKind.Early or TermKind.Late or TermKind.Mid && !IsSomeones(tokens, partAt - 1);
    }

    private static bool IsSomeones(TokenStream tokens, int at) =>
        tokens[at].Has(TokenMarks.Possessive) || tokens.IsWord(at, "my") || tokens.IsWord(at, "your") || tokens.IsWord(at, "his") || tokens.IsWord(at, "her")
        || tokens.IsWord(at, "our") || tokens.IsWord(at, "their");

    private static bool IsQuietBefore(TokenStream tokens, int at)
    {
        var before = tokens[at - 1];
        return before.Kind switch
        {
            TokenKind.Edge => true,
            TokenKind.Word => before.Term.Kind is TermKind.Of or TermKind.And or TermKind.Or or TermKind.To or TermKind.For or TermKind.Season or TermKind.Month
                && !IsSetTo(tokens, at),
            TokenKind.Symbol => (char)before.Value is '(' or ',' or '.' or ';' or '!' or '?' or '\n' or '"' or '-',
            _ => false,
        };
    }

    // "my PIN was set to 1999"
    private static bool IsSetTo(TokenStream tokens, int at) =>
        tokens.Is(at - 1, TermKind.To) && (tokens.IsWord(at - 2, "set") || tokens.IsWord(at - 2, "reset") || tokens.IsWord(at - 2, "changed"));

    private static int Before(TokenStream tokens, int at) => tokens.Is(at - 1, TermKind.The) ? at - 2 : at - 1;
}
