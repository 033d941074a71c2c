using System.Globalization;
using System.Text.RegularExpressions;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Messages copied in Telegram: a line "Name, [date time]", and the words below it.</summary>
internal sealed partial class TelegramCopy : ConversationShape
{
    public override string Name => "messages copied from Telegram";

    public override Conversation? TryRead(ConversationText file)
    {
        var turns = new List<(string Name, string When, List<string> Lines)>();
        foreach (var line in ChatText.WithoutMarks(file.Text).ReplaceLineEndings("\n").Split('\n'))
        {
            if (Header().Match(line) is { Success: true } match)
            {
                turns.Add((match.Groups["name"].Value, match.Groups["when"].Value, [match.Groups["text"].Value]));
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

        return turns.Count > 0 && Times([.. turns.Select(turn => turn.When)]) is { } times
            ? new Conversation([.. turns.Zip(times.All, ToMessage).OfType<Message>()], times.Doubt is { } doubt ? [$"{file.Source}: {doubt}"] : [])
            : null;
    }

    private static Message? ToMessage((string Name, string When, List<string> Lines) turn, DateTimeOffset time) =>
        string.Join('\n', turn.Lines).Trim() is { Length: > 0 } words
            ? new Message
            {
                Role = "user",
                Name = ChatText.Name(turn.Name),
                Content = words,
                Time = time,
            }
            : null;

    // Numbers, as everywhere; or a month by its English name: "8 May 2026 at 13:02".
    private static (List<DateTimeOffset> All, string? Doubt)? Times(IReadOnlyList<string> written)
    {
        var numbers = written.Select(when => WrittenTime.Read($"[{when}] ")?.Time).OfType<WrittenTime>().ToList();
        if (numbers.Count == written.Count && DateOrder.Of(numbers) is { } order)
        {
            return ([.. numbers.Select(order.Time)], order.Doubt);
        }

        var named = new List<DateTimeOffset>();
        foreach (var when in written)
        {
            var plain = when.Replace(" at ", " ", StringComparison.Ordinal);
            if (!DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return null;
            }

            named.Add(time);
        }

        return (named, null);
    }

    [GeneratedRegex(
        @"^(?<name>[^\[\]:]{1,100}), \[(?<when>[^\[\]]{8,40})\]:?\s*(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Header();
}
