using System.Text;
using Remanence.Messages;
using Remanence.Text.Tokens;

namespace Remanence.Models.Prompts;

/// <summary>Cuts one conversation into segments.</summary>
internal sealed class TranscriptCutter(IReadOnlyList<Message> messages, int maxTokens, int overlap)
{
    // No header may take so much that a part of its message moves nowhere.
    private const int LeastPart = 8;
    private readonly List<MessageSegment> _segments = [];

    public IReadOnlyList<MessageSegment> Cut()
    {
        var start = 0;
        var repeated = 0;
        long tokens = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            var cost = Cost(i, messages[i].Content);
            if (cost > maxTokens)
            {
                Add(start, i, repeated);
                CutMessage(i);
                (start, repeated, tokens) = (i + 1, 0, 0);
                continue;
            }

            if (tokens + cost > maxTokens)
            {
                Add(start, i, repeated);
                (start, repeated, tokens) = Repeat(start, i, maxTokens - cost);
            }

            tokens += cost;
        }

        Add(start, messages.Count, repeated);
        return _segments;
    }

    private void Add(int start, int end, int repeated)
    {
        if (end - start > repeated)
        {
            _segments.Add(new MessageSegment { Start = start, End = end, Overlap = repeated });
        }
    }

    // The last messages before i that fit with it.
    private (int Start, int Repeated, long Tokens) Repeat(int previousStart, int i, int room)
    {
        long tokens = 0;
        var start = i;
        while (start > previousStart && i - start < overlap)
        {
            var cost = Cost(start - 1, messages[start - 1].Content);
            if (tokens + cost > room)
            {
                break;
            }

            tokens += cost;
            start--;
        }

        return (start, i - start, tokens);
    }

    private void CutMessage(int i)
    {
        var content = messages[i].Content;
        var room = Math.Max(LeastPart, maxTokens - TokenEstimate.Of(Transcript.Header(messages[i], i)) - 1);
        for (var at = 0; at < content.Length;)
        {
            var length = PartLength(content.AsSpan(at), room);
            _segments.Add(new MessageSegment { Start = i, End = i + 1, Part = at..(at + length) });
            at += length;
        }
    }

    private static int PartLength(ReadOnlySpan<char> text, int room)
    {
        var estimate = default(TokenEstimate);
        var length = 0;
        var indents = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            estimate.Add(rune);
            indents += rune.Value is '\n' or '\r' or '\f' or 0x85 or 0x2028 or 0x2029 ? 1 : 0;
            if (estimate.Total + indents > room)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        if (length >= text.Length)
        {
            return text.Length;
        }

        // Prefer the end of a line, then of a word, if that does not make the part much shorter.
        foreach (var ends in (ReadOnlySpan<string>)["\n", " \t。！？；，"])
        {
            var end = text[..length].LastIndexOfAny(ends) + 1;
            if (end > length / 2)
            {
                return end;
            }
        }

        return Math.Max(length, 1);
    }

    private static int Estimate(string header, ReadOnlySpan<char> content)
    {
        var rendered = new StringBuilder(header);
        Transcript.Body(rendered, content);
        return TokenEstimate.Of(rendered.ToString());
    }

    private int Cost(int i, string content) => Estimate(Transcript.Header(messages[i], i), content);
}
