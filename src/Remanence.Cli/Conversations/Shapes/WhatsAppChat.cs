using System.Buffers;
using System.Text.RegularExpressions;
using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>
/// WhatsApp's exported chat, and whatever else begins each message with date, time and name; a line that begins otherwise goes on with the message before.
/// </summary>
internal sealed partial class WhatsAppChat : ConversationShape
{
    private const char Mark = '\u200E';
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”«»„");

    public override string Name => "WhatsApp's exported chat";

    public override Conversation? TryRead(ConversationText file)
    {
        var turns = new List<(WrittenTime Time, List<string> Lines)>();
        foreach (var line in file.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (WrittenTime.Read(line) is { } read)
            {
                turns.Add((read.Time, [read.Words]));
            }
            else if (turns.Count > 0)
            {
                turns[^1].Lines.Add(line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                return null;
            }
        }

        if (!turns.Exists(turn => Split(turn.Lines[0]) is not null))
        {
            return null;
        }

        var order = DateOrder.Of([.. turns.Select(turn => turn.Time)])
            ?? throw new UsageException($"{file.Source}: no order of day, month and year fits all of its dates.");
        return new Conversation(
            [.. turns.Select(turn => ToMessage(order.Time(turn.Time), turn.Lines)).OfType<Message>()],
            order.Doubt is { } doubt ? [$"{file.Source}: {doubt}"] : []);
    }

    private static Message? ToMessage(DateTimeOffset time, List<string> lines)
    {
        // What WhatsApp itself says has no speaker.
        if (Split(lines[0]) is not { } said)
        {
            return null;
        }

        lines[0] = IsPlaceholder(said.Text) ? string.Empty : said.Text;
        var words = ChatText.WithoutMarks(Attached().Replace(string.Join('\n', lines), string.Empty)).Trim();
        return words.Length == 0 ? null : new Message { Role = "user", Name = ChatText.Name(said.Name), Content = words, Time = time };
    }

    // A name in quotes is that of a group or of a subject: "Mia changed the subject to “Trip: Rome”".
    private static (string Name, string Text)? Split(string rest)
    {
        const int longest = 100;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= longest && (colon + 1 == rest.Length || rest[colon + 1] is ' ' or Mark or '\u00A0' or '\u202F')
            && !rest.AsSpan(0, colon).ContainsAny(Quotes) && !string.IsNullOrWhiteSpace(ChatText.WithoutMarks(rest[..colon]))
            ? (rest[..colon], rest[(colon + 1)..].TrimStart(' ', '\u00A0', '\u202F'))
            : null;
    }

    // The iPhone marks what it says itself; Android writes it in angle brackets; both have sentences for what was deleted.
    private static bool IsPlaceholder(string text) => text.StartsWith(Mark) || Placeholder().IsMatch(text);

    [GeneratedRegex(
        @"^\s*(<[^<>]{1,60}>|(image|video|audio|sticker|GIF|document|Contact card|media) omitted|.{1,80}\.\w{2,5} \([^()]{3,40}\)|null"
        + @"|This message was deleted\.?|You deleted this message\.?|"
            + @"Diese Nachricht wurde gelöscht\.?|Se eliminó este mensaje\.?|Ce message a été supprimé\.?|Mensagem apagada\.?"
            + @"|Questo messaggio è stato eliminato\.?|此消息已删除。?|消息已删除。?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    // After the words of a picture or of a text that was edited.
    [GeneratedRegex(
        @"\s*(\u200E\s?<[^<>\n]{1,80}>|<This message was edited>)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Attached();
}
