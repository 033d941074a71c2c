using System.Buffers;

namespace Remanence.Privacy.Detection;

/// <summary>Where the sentence around a place in a text begins and ends.</summary>
internal static class SentenceBounds
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?\n\r。！？；;…");

    public static (int Start, int End) Around(string text, int start, int end)
    {
        while (start > 0 && !EndsAt(text, start - 1))
        {
            start--;
        }

        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end < text.Length && !EndsAt(text, end))
        {
            end++;
        }

        // Its closing mark goes with it, a line break does not.
        while (end < text.Length && Ends.Contains(text[end]) && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        return (start, end);
    }

    // A point within a number or a name ends nothing.
    private static bool EndsAt(string text, int at) =>
        Ends.Contains(text[at]) && (text[at] != '.' || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
