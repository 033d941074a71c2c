using System.Globalization;
using System.Text;
using Remanence.Messages;

namespace Remanence.Models.Prompts;

/// <summary>
/// Writes conversations for prompts: a line a message, with its number, time and speaker; further lines of a message are indented, so that no message can
/// pass for another. The result is text of others: put it into a prompt with <see cref="PromptValues.Data"/>.
/// </summary>
public static class Transcript
{
    private const string Indent = "    ";
    private const int MaxName = 60;

    /// <summary>Writes a whole conversation.</summary>
    /// <param name="messages">The messages, oldest first; numbered from 0.</param>
    public static string Render(IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return Render(messages, new MessageSegment { Start = 0, End = messages.Count });
    }

    /// <summary>Writes a stretch of a conversation; numbers are those of the whole.</summary>
    /// <param name="messages">The whole conversation.</param>
    /// <param name="segment">The stretch.</param>
    public static string Render(IReadOnlyList<Message> messages, MessageSegment segment)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(segment);
        var result = new StringBuilder();
        for (var i = segment.Start; i < segment.End; i++)
        {
            var message = messages[i];
            result.Append(Header(message, i));
            Body(result, segment.Part is { } part ? message.Content.AsSpan(part) : message.Content);
        }

        return result.ToString().TrimEnd('\n');
    }

    /// <summary>
    /// Cuts a conversation into stretches that each fit into a number of tokens, at message boundaries; a message that alone is too long is cut into parts, at
    /// line or word ends where there are any. Tokens are estimated from the length: an ideograph, kana or hangul is one, four other characters are one.
    /// </summary>
    /// <param name="messages">The messages, oldest first.</param>
    /// <param name="maxTokens">The most that a rendered stretch may come to; at least 100.</param>
    /// <param name="overlap">How many messages of the stretch before are repeated for context, as far as they fit.</param>
    /// <returns>The stretches in order; every character is in one of them, not counting the overlap.</returns>
    public static IReadOnlyList<MessageSegment> Segment(IReadOnlyList<Message> messages, int maxTokens, int overlap = 0)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTokens, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        return new TranscriptCutter(messages, maxTokens, overlap).Cut();
    }

    internal static string Header(Message message, int number)
    {
        var time = message.Time is { } at ? at.ToString(" yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : string.Empty;
        var speaker = string.IsNullOrWhiteSpace(message.Name) ? message.Role : $"{OneLine(message.Name)} ({message.Role})";
        return $"[{number}]{time} {speaker}: ";
    }

    /// <summary>Writes a text so that none of its lines can be taken for a line of the transcript itself.</summary>
    public static void Body(StringBuilder result, ReadOnlySpan<char> content)
    {
        var first = true;
        foreach (var line in content.EnumerateLines())
        {
            result.Append(first ? string.Empty : Indent).Append(line).Append('\n');
            first = false;
        }
    }

    private static string OneLine(string name) => string.Concat(name.Take(MaxName).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
