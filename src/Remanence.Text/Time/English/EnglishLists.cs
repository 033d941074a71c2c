using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>What joins the members of a list of recurring times: "Monday, Wednesday and on Friday".</summary>
internal static class EnglishLists
{
    // So far back a sentence's subject is looked for.
    private const int Nearby = 12;

    /// <param name="tokens">The text.</param>
    /// <param name="at">Behind a member.</param>
    /// <param name="next">The next member.</param>
    /// <param name="closes">More than a comma, which alone may just as well end a clause: "every Monday, Tuesday I was ill".</param>
    public static bool Joint(TokenStream tokens, int at, out int next, out bool closes)
    {
        var comma = tokens.IsSymbol(at, ',');
        next = comma ? at + 1 : at;
        closes = tokens.Kind(next) is TermKind.And or TermKind.Or || tokens.IsSymbol(next, '&') || tokens.IsSymbol(next, '/');
        if (!comma && !closes)
        {
            return false;
        }

        next += closes ? 1 : 0;
        next += tokens.Kind(next) is TermKind.On or TermKind.Every ? 1 : 0;
        next += tokens.Is(next, TermKind.The) ? 1 : 0;
        return true;
    }

    /// <summary>"I swim every Monday and Tuesday I was ill": the member before <paramref name="next"/> begins a clause of its own.</summary>
    public static bool BeginsClause(TokenStream tokens, int listAt, int next)
    {
        if (!IsPronoun(tokens, next) && !tokens.Is(next, TermKind.Auxiliary))
        {
            return false;
        }

        var sentence = tokens[listAt].Sentence;
        for (var at = listAt - 1; at >= listAt - Nearby && tokens[at].Kind == TokenKind.Word && tokens[at].Sentence == sentence; at--)
        {
            if (IsPronoun(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPronoun(TokenStream tokens, int at) => tokens[at].Term is { Kind: TermKind.Clause, Value: 1 };
}
