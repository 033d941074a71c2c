using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>A day of a channel in Slack's export.</summary>
internal sealed partial class SlackExport : ConversationShape
{
    private static readonly string[] ProfileNames = ["real_name", "display_name", "name"];

    public override string Name => "a channel of Slack's export";

    public override Conversation? TryRead(ConversationText file)
    {
        if (file.Root is not { ValueKind: JsonValueKind.Array } root || root.GetArrayLength() == 0
            || !root.EnumerateArray().All(item => item.Text("type") == "message" && item.Member("ts") is { ValueKind: JsonValueKind.String }))
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in root.EnumerateArray())
        {
            if (item.Text("user") is { } user && ProfileName(item) is { } name)
            {
                names[user] = name;
            }
        }

        return new Conversation([.. root.EnumerateArray().Select(item => ReadMessage(item, names)).OfType<Message>().OrderBy(message => message.Time)]);
    }

    private static Message? ReadMessage(JsonElement item, Dictionary<string, string> names)
    {
        // Of the subtypes, those that people and programs write; the others tell who joined and what was renamed.
        var words = item.Text("subtype") is null or "me_message" or "thread_broadcast" or "file_share" or "bot_message" or "file_comment"
            ? Words(item.Text("text") ?? string.Empty, names)
            : string.Empty;
        return words.Length == 0
            ? null
            : new Message
            {
                Role = item.Member("bot_id") is null ? "user" : "assistant",
                Name = ChatText.Name(
                    item.Text("user") is { } user ? names.GetValueOrDefault(user, user) : item.Text("username") ?? item.Text("bot_id") ?? "unknown"),
                Content = words,
                Time = item.Time("ts"),
            };
    }

    private static string? ProfileName(JsonElement item) =>
        item.Member("user_profile") is { } profile
            ? ProfileNames.Select(name => profile.Text(name)).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
            : null;

    // <@U1> is a person, <#C1|garden> a channel, <https://…|text> a link; what is left of markup is &amp;, &lt; and &gt;.
    private static string Words(string text, Dictionary<string, string> names) => WebUtility.HtmlDecode(Reference().Replace(text, match =>
    {
        var (sign, target, label) = (match.Groups["sign"].Value, match.Groups["target"].Value, match.Groups["label"].Value);
        return sign switch
        {
            "@" => "@" + (label.Length > 0 ? label : names.GetValueOrDefault(target, target)),
            "#" => "#" + (label.Length > 0 ? label : target),
            "!" => "@" + target,
            _ => label.Length > 0 && label != target ? $"{label} ({target})" : target,
        };
    })).Trim();

    [GeneratedRegex(
        @"<(?<sign>[@#!]?)(?<target>[^<>|]+)(\|(?<label>[^<>]*))?>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
