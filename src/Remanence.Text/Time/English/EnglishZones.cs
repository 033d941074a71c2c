using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>The zone written after a clock time.</summary>
internal static class EnglishZones
{
    /// <summary>Minutes east of Greenwich; null, with <paramref name="next"/> unmoved, where there is no zone.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="next">Where to read; moved behind the zone.</param>
    /// <param name="exact">Seconds were written, so that a minus sign begins a zone and not the end of a range.</param>
    public static int? Parse(TokenStream tokens, ref int next, bool exact)
    {
        if (tokens.Is(next, TermKind.Zone))
        {
            next++;
            return 0;
        }

        var plus = tokens.IsSymbol(next, '+');
        if (
            (!plus && !(tokens.IsSymbol(next, '-') && exact))
            || !tokens.IsTight(next + 1)
            || tokens[next + 1] is not { Kind: TokenKind.Number, Value: >= 0 } number)
        {
            return null;
        }

        var minutes = -1;
        var after = next + 2;
        if (number.Length == 4)
        {
            minutes = number.Value % 100 < 60 ? (number.Value / 100 * 60) + (number.Value % 100) : -1;
        }
        else if (number.Length == 2)
        {
            minutes = 60 * number.Value;
            if (tokens.IsTightSymbol(after, ':') && tokens[after + 1] is { Kind: TokenKind.Number, Length: 2, Value: >= 0 and < 60 } rest)
            {
                minutes += rest.Value;
                after += 2;
            }
        }

        if (minutes is < 0 or > 14 * 60)
        {
            return null;
        }

        next = after;
        return plus ? minutes : -minutes;
    }
}
