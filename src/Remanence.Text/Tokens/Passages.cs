namespace Remanence.Text.Tokens;

/// <summary>Cuts a long text at paragraphs and sentences, so that it can be found by its best part.</summary>
public static class Passages
{
    /// <summary>A text up to this length is one passage.</summary>
    public const int TargetLength = 600;

    private const int MinimumLength = 200;

    /// <summary>Consecutive ranges that cover the text, each at most <see cref="TargetLength"/> long; at least one.</summary>
    public static List<Range> Split(ReadOnlySpan<char> text)
    {
        var passages = new List<Range>(1);
        var start = 0;
        while (text.Length - start > TargetLength)
        {
            var end = start + CutAt(text.Slice(start, TargetLength));
            passages.Add(start..end);
            start = end;
        }

        if (start < text.Length || passages.Count == 0)
        {
            passages.Add(start..text.Length);
        }

        return passages;
    }

    private static int CutAt(ReadOnlySpan<char> window)
    {
        var tail = window[MinimumLength..];
        var at = tail.LastIndexOf("\n\n");
        if (at < 0)
        {
            at = tail.LastIndexOf('\n');
        }

        if (at < 0)
        {
            at = Math.Max(tail.LastIndexOfAny("。！？"), Math.Max(tail.LastIndexOf(". "), Math.Max(tail.LastIndexOf("! "), tail.LastIndexOf("? "))));
        }

        if (at < 0)
        {
            at = tail.LastIndexOf(' ');
        }

        var end = at < 0 ? window.Length : MinimumLength + at + 1;
        return end < window.Length || !char.IsHighSurrogate(window[^1]) ? end : end - 1;
    }
}
