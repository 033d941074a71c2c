namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>The sentences of a message.</summary>
internal static class Sentences
{
    public static IEnumerable<Sentence> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
            {
                continue;
            }

            if (Cut(text, start, i) is { } sentence)
            {
                yield return new Sentence(sentence, text[i] is '?' or '？');
            }

            start = i + 1;
        }

        if (Cut(text, start, text.Length) is { } last)
        {
            yield return new Sentence(last, IsQuestion: false);
        }
    }

    private static string? Cut(string text, int start, int end) => text[start..end].Trim() is { Length: > 1 } sentence ? sentence : null;

    // The points in "3.5", "St. John" and "e.g." end nothing.
    private static bool Ends(string text, int i) => text[i] switch
    {
        // A wink is no end.
        ';' => !text.AsSpan(i + 1).TrimStart('-').StartsWith(')'),
        '!' or '?' or '\n' or '\r' or '。' or '！' or '？' or '；' => true,
        '.' => (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && !Abbreviations.IsAt(text, i),
        _ => false,
    };
}
