namespace Remanence.Text.Time.Reading;

/// <summary>Looks Chinese words up in small tables.</summary>
internal static class HanWords
{
    /// <summary>The first word of the table that stands at the token; tables name longer words before their beginnings.</summary>
    public static int? Match(TokenStream tokens, int at, ReadOnlySpan<(string Word, int Value)> table, out int next)
    {
        next = at;
        if (tokens[at].Kind != TokenKind.Han)
        {
            return null;
        }

        foreach (var (word, value) in table)
        {
            if (tokens.IsHanWord(at, word))
            {
                next = at + word.Length;
                return value;
            }
        }

        return null;
    }

    /// <summary>Moves behind the first of the words that stands at the token.</summary>
    public static bool Skip(TokenStream tokens, ref int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (tokens.IsHanWord(at, word))
            {
                at += word.Length;
                return true;
            }
        }

        return false;
    }
}
