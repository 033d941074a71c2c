using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time;

/// <summary>Recognizes questions whose answer is a time.</summary>
public static class WhenQuestions
{
    private static readonly string[] Chinese =
    [
        "什么时候", "什么时间", "什么日子", "何时", "何日", "哪天", "哪一天", "哪年", "哪一年", "哪个月", "哪月", "哪日", "几月", "几号", "几点", "几时",
        "多久", "多长时间", "啥时候",
    ];

    // Far from both ends of the calendar, so that every relative expression has a place.
    /// <summary>A reference time for whoever only wants to know whether a text names times.</summary>
    public static DateTimeOffset AnyMoment { get; } = new(2024, 6, 12, 12, 0, 0, TimeSpan.Zero);

    /// <summary>True when the text asks for a time, whether or not it also names one.</summary>
    public static bool IsAsked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new TokenStream(text, default);
        TimeScanner.Scan(text, tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == TokenKind.Han ? AsksChinese(tokens, at) : AsksEnglish(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksChinese(TokenStream tokens, int at)
    {
        if (!tokens.IsHanOf(at, "什甚何哪几多啥"))
        {
            return false;
        }

        foreach (var word in Chinese)
        {
            if (tokens.IsHanWord(at, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksEnglish(TokenStream tokens, int at) =>
        tokens.Kind(at) switch
        {
            TermKind.When => IsAskedWith(tokens, at),
            TermKind.How => tokens.Is(at + 1, TermKind.Long)
                || tokens.Is(at + 1, TermKind.Recently)
                || tokens.IsWord(at + 1, "recently")
                || (
                    tokens.Is(at + 1, TermKind.Many)
                    && tokens.Is(at + 2, TermKind.Unit)
                    && tokens.Kind(at + 3) is TermKind.Ago or TermKind.Before or TermKind.Since),
            TermKind.What => IsTimeNoun(tokens, at + 1) || (tokens.IsWord(at + 1, "was") && tokens.Is(at + 2, TermKind.The) && tokens.IsWord(at + 3, "date")),
            _ => false,
        };

    // "I was happy when I was young" asks nothing.
    private static bool IsAskedWith(TokenStream tokens, int at)
    {
        var contraction = tokens[at].Has(TokenMarks.Possessive);
        if (contraction || tokens.Kind(at + 1) is TermKind.Auxiliary or TermKind.Future)
        {
            return true;
        }

        return tokens.Kind(at - 1) is TermKind.Asked or TermKind.Since or TermKind.Until;
    }

    private static bool IsTimeNoun(TokenStream tokens, int at) =>
        tokens.IsWord(at, "date") || tokens.IsWord(at, "dates") || tokens.IsWord(at, "day") || tokens.IsWord(at, "time") || tokens.IsWord(at, "year")
        || tokens.IsWord(at, "month") || tokens.IsWord(at, "week") || tokens.IsWord(at, "weekend") || tokens.IsWord(at, "season") || tokens.IsWord(at, "hour");
}
