using Remanence.Text.Tokens;

namespace Remanence.Retrieval;

// The part of a long text that says most about a question.
internal static class Excerpt
{
    private const char Mark = '…';
    private const int Steps = 8;

    // A part of so many tokens at most, with a mark where something is missing; of parts that say as much the one with what was asked for in its middle.
    public static string Of(string text, string query, int maxTokens)
    {
        // A token for both marks.
        var room = maxTokens - 1;
        var asked = Terms(query);
        var step = Math.Max(1, End(text, 0, room) / Steps);
        var (first, last, most) = (0, 0, 0);
        for (var start = 0; start < text.Length; start += step)
        {
            var said = Terms(text.AsSpan(start..End(text, start, room)));
            said.IntersectWith(asked);
            if (said.Count > most)
            {
                (first, last, most) = (start, start, said.Count);
            }
            else if (said.Count == most && most > 0 && start == last + step)
            {
                last = start;
            }
        }

        var from = Whole(text, (first + last) / 2);
        return Marked(text, from, End(text, from, room));
    }

    private static string Marked(string text, int from, int end)
    {
        var part = text[from..end];

        // A word that was cut goes where others stay.
        if (from > 0 && !char.IsWhiteSpace(text[from - 1]) && part.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space && space < part.Length / Steps)
        {
            part = part[(space + 1)..];
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]) && part.LastIndexOf(' ') is var word && word > part.Length - (part.Length / Steps))
        {
            part = part[..word];
        }

        return $"{(from > 0 ? Mark : null)}{part.Trim()}{(end < text.Length ? Mark : null)}";
    }

    private static HashSet<string> Terms(ReadOnlySpan<char> text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        Tokenizer.Tokenize(text, term =>
        {
            if (!StopWords.Contains(term.Text))
            {
                terms.Add(term.ToString());
            }
        });
        return terms;
    }

    private static int End(string text, int start, int room)
    {
        var estimate = default(TokenEstimate);
        var end = start;
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            estimate.Add(rune);
            if (estimate.Total > room)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return Math.Min(end, text.Length);
    }

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
