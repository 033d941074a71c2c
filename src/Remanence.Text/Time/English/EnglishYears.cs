using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>The year after a month, a season or a holiday: "2023", ", 2023", "of 2023", "'23", "last year", "of this year".</summary>
internal static class EnglishYears
{
    /// <summary>Null where there is none; <paramref name="next"/> is then <paramref name="at"/>.</summary>
    public static int? After(TokenStream tokens, int at, out int next)
    {
        var from = at;
        if (
            tokens.IsSymbol(from, ',')
            || tokens.Is(from, TermKind.Of)
            || tokens.Is(from, TermKind.In)
            || tokens.IsTightSymbol(from, '-')
            || tokens.IsTightSymbol(from, '.'))
        {
            from++;
        }

        if (tokens.Is(from, TermKind.The) && tokens.IsWord(from + 1, "year"))
        {
            from += 2;
        }

        var year = Bare(tokens, from, out next);
        if (year is null)
        {
            next = at;
        }

        return year;
    }

    /// <summary>Two digits up to 68 belong to this century, as in the usual C library rule.</summary>
    public static int FullYear(int twoDigits) => twoDigits <= 68 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>"last year", "this year", "next year".</summary>
    private static int? Relative(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (tokens[at + 1].Term is not { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Year } unit || unit.Has(TermMarks.Plural | TermMarks.Short))
        {
            return null;
        }

        int? year = tokens.Kind(at) switch
        {
            TermKind.Last => tokens.Context.Year - 1,
            TermKind.This => tokens.Context.Year,
            TermKind.Next => tokens.Context.Year + 1,
            _ => null,
        };
        next = year is null ? at : at + 2;
        return year;
    }

    private static int? Bare(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            var written = token.Length == 4 && token.Value is >= 1000 and <= 2999 && EnglishGuards.EndsCleanly(tokens, next);
            return written && !tokens.Is(next, TermKind.NotAYear) && !tokens.Is(next, TermKind.Unit) ? token.Value : null;
        }

        if (tokens.IsSymbol(at, '\'') && tokens[at + 1] is { Kind: TokenKind.Number, Length: 2 } shortYear && tokens.IsTight(at + 1))
        {
            next = at + 2;
            return FullYear(shortYear.Value);
        }

        return Relative(tokens, at, out next) ?? Ago(tokens, at, out next);
    }

    /// <summary>"two years ago", behind a season or a month.</summary>
    private static int? Ago(TokenStream tokens, int at, out int next)
    {
        var count = EnglishNumbers.Count(tokens, at, out var unitAt);
        next = unitAt + 2;
        return count is { Fuzzy: false } quantity && quantity.Least % 2 == 0 && tokens[unitAt].Term is { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Year }
            && tokens.Is(unitAt + 1, TermKind.Ago)
            ? tokens.Context.Year - (quantity.Least / 2)
            : null;
    }
}
