using System.Text;

namespace Remanence.Diagnostics;

// Texts made to fit: cut at a whole character, with a mark that something is missing.
internal static class ShortText
{
    private const char Mark = '…';

    // On one line, white space collapsed.
    public static string OneLine(string text, int max)
    {
        var line = new StringBuilder(Math.Min(text.Length, max) + 1);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length > max + 1)
            {
                break;
            }
        }

        return Cut(line.ToString().TrimEnd(), max);
    }

    // The beginning.
    public static string Cut(string text, int max) => text.Length <= max ? text : string.Concat(text.AsSpan(0, Whole(text, max - 1)).TrimEnd(), [Mark]);

    // The beginning and the end, most of the room for the beginning.
    public static string CutMiddle(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var tail = max / 4;
        return string.Concat(text.AsSpan(0, Whole(text, max - tail - 1)), [Mark], text.AsSpan(Whole(text, text.Length - tail)));
    }

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int end) =>
        end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
