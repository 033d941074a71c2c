using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Counts and days of the month in English words or digits.</summary>
internal static class EnglishNumbers
{
    /// <summary>"3", "twenty-five", "a couple of", "two and a half", "half a".</summary>
    public static Quantity? Count(TokenStream tokens, int at, out int next)
    {
        next = at;
        var quantity = Plain(tokens, ref next);
        if (quantity is { } whole && AndAHalf(tokens, ref next))
        {
            return whole.PlusHalf();
        }

        return quantity;
    }

    /// <summary>Reads "and a half".</summary>
    public static bool AndAHalf(TokenStream tokens, ref int next)
    {
        if (tokens.Is(next, TermKind.And) && tokens.Is(next + 1, TermKind.Article) && tokens.Is(next + 2, TermKind.Half))
        {
            next += 3;
            return true;
        }

        return false;
    }

    /// <summary>"7", "7th", "seventh", "twenty-first"; 0 where there is none.</summary>
    public static int DayOfMonth(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            var clock = tokens.IsTightSymbol(next, ':') || tokens.Is(next, TermKind.Meridiem);
            return token.Value is >= 1 and <= 31 && token.Length <= 4 && !token.Has(TokenMarks.Plural) && !clock ? token.Value : 0;
        }

        return OrdinalWord(tokens, at, out next) is var ordinal and <= 31 ? ordinal : 0;
    }

    /// <summary>"third", "twenty-first"; 0 where there is none.</summary>
    public static int OrdinalWord(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var term = tokens[at].Term;
        if (term.Kind == TermKind.Ordinal)
        {
            return term.Value;
        }

        if (term.Kind != TermKind.Tens)
        {
            return 0;
        }

        var ones = tokens.IsTightSymbol(next, '-') ? next + 1 : next;
        var last = tokens[ones].Term;
        next = ones + 1;
        return last is { Kind: TermKind.Ordinal, Value: < 10 } ? term.Value + last.Value : 0;
    }

    private static Quantity? Plain(TokenStream tokens, ref int next)
    {
        var token = tokens[next];
        if (token.Kind == TokenKind.Number)
        {
            return Digits(tokens, token, ref next);
        }

        switch (token.Term.Kind)
        {
            case TermKind.Article:
                return AfterArticle(tokens, ref next);
            case TermKind.Half:
                next += tokens.Is(next + 1, TermKind.Article) ? 2 : 1;
                return Quantity.OfHalves(1);
            case TermKind.Couple:
                next += tokens.Is(next + 1, TermKind.Of) ? 2 : 1;
                return Quantity.Couple;
            case TermKind.Few:
                next++;
                return Quantity.Few;
            case TermKind.Dozen:
                next++;
                return Quantity.Of(12);
            case TermKind.Ones:
                next++;
                return Quantity.Of(token.Term.Value);
            case TermKind.Tens when !token.Term.Has(TermMarks.Plural):
                return Tens(tokens, token, ref next);
            default:
                return null;
        }
    }

    private static Quantity? Digits(TokenStream tokens, TimeToken token, ref int next)
    {
        // Not the tail of "v3" or of "1.5".
        if (token.Value is < 0 or > Quantity.Limit || token.Marks.HasFlag(TokenMarks.Ordinal) || EnglishGuards.IsGlued(tokens, next))
        {
            return null;
        }

        next++;
        if (tokens.IsTightSymbol(next, '.') && tokens.IsNumber(next + 1) && tokens.IsTight(next + 1))
        {
            var fraction = tokens[next + 1];
            next += 2;
            return fraction is { Value: 5, Length: 1 } ? Quantity.OfHalves((2 * token.Value) + 1) : null;
        }

        return token.Value == 0 ? null : Quantity.Of(token.Value);
    }

    private static Quantity AfterArticle(TokenStream tokens, ref int next)
    {
        next++;
        switch (tokens.Kind(next))
        {
            case TermKind.Half:
                next++;
                return Quantity.OfHalves(1);
            case TermKind.Couple:
                next += tokens.Is(next + 1, TermKind.Of) ? 2 : 1;
                return Quantity.Couple;
            case TermKind.Few:
                next++;
                return Quantity.Few;
            case TermKind.Dozen:
                next++;
                return Quantity.Of(12);
            default:
                return Quantity.Of(1);
        }
    }

    private static Quantity Tens(TokenStream tokens, TimeToken token, ref int next)
    {
        next++;
        var ones = tokens.IsTightSymbol(next, '-') ? next + 1 : next;
        if (tokens[ones].Term is { Kind: TermKind.Ones, Value: < 10 } last)
        {
            next = ones + 1;
            return Quantity.Of(token.Term.Value + last.Value);
        }

        return Quantity.Of(token.Term.Value);
    }
}
