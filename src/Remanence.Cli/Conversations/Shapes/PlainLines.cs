using System.Text.RegularExpressions;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Lines <c>Name: text</c>, where a line without a name goes on with the message before; or else one text.</summary>
internal sealed partial class PlainLines : ConversationShape
{
    public override string Name => "lines \"Name: text\"";

    public override Conversation? TryRead(ConversationText file)
    {
        // JSON that nobody knew, and a chat whose times are written in a way that is not known: storing it as a text would make another's words the user's.
        if (file.Root is not null || Array.FindAll(file.Text.Split('\n'), line => TimedTurn().IsMatch(ChatText.Plain(line))).Length > 1)
        {
            return null;
        }

        var lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        var turns = new List<(string Name, List<string> Lines)>();
        foreach (var line in lines)
        {
            if (Turn().Match(line) is { Success: true } match)
            {
                turns.Add((match.Groups["name"].Value.Trim(), [match.Groups["text"].Value]));
            }
            else if (turns.Count > 0)
            {
                turns[^1].Lines.Add(line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                // The first line names nobody: this is a text, whatever colons it has further down.
                turns.Clear();
                break;
            }
        }

        // A single "Note: …" is a text; a conversation has an answer in it.
        return turns.Count < 2
            ? new Conversation([new Message { Role = "user", Content = file.Text.Trim() }])
            : new Conversation([
                .. turns.Select(turn => ToMessage(turn.Name, string.Join('\n', turn.Lines).Trim())).Where(message => message.Content.Length > 0),
            ]);
    }

    // "User:" and "Assistant:" name roles; every other name is a person's.
    private static Message ToMessage(string name, string content) => MessageRules.RoleOf(name) is { } role
        ? new Message { Role = role, Content = content }
        : new Message { Role = "user", Name = name, Content = content };

    [GeneratedRegex(
        @"^\W{0,3}\d{1,4}\D{1,5}\d{1,2}\D{1,5}\d{1,4}\D{1,16}\d{1,2}[:.]\d{2}.{0,20}\W[^:]{1,60}:\s",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimedTurn();

    // Up to four words of a name, then a colon (ASCII or full-width) and a space: "at 12:30" and "https://" are no speakers.
    [GeneratedRegex(
        @"^(?<name>[\p{L}\p{N}_.'\-]{1,30}( [\p{L}\p{N}_.'\-]{1,30}){0,3})\s*(:\s|：)\s*(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Turn();
}
