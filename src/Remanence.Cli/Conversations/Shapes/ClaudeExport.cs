using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Claude's conversations.json.</summary>
internal sealed class ClaudeExport : ConversationShape
{
    public override string Name => "Claude's conversations.json";

    public override Conversation? TryRead(ConversationText file) =>
        file.Root is { } root
        && root.OneOrMany().ToList() is { Count: > 0 } conversations
        && conversations.TrueForAll(item => item.Member("chat_messages") is { ValueKind: JsonValueKind.Array })
            ? new Conversation([
                .. conversations
                    .OrderBy(item => item.Time("created_at") ?? DateTimeOffset.MinValue)
                    .SelectMany(item => item.Items("chat_messages"))
                    .Select(ReadMessage)
                    .OfType<Message>(),
            ])
            : null;

    private static Message? ReadMessage(JsonElement message) =>
        MessageRules.RoleOf(message.Text("sender") ?? string.Empty) is { } role && Words(message) is { Length: > 0 } words
            ? new Message { Id = message.Text("uuid"), Role = role, Content = words, Time = message.Time("created_at") }
            : null;

    // Older exports have the text only; in newer ones it holds the uses of tools as well, and the parts of type text hold the words.
    private static string Words(JsonElement message)
    {
        string[] parts = [.. message.Items("content").Where(part => part.Text("type") == "text").Select(part => part.Text("text")).OfType<string>()];
        return (parts.Any(part => !string.IsNullOrWhiteSpace(part)) ? string.Join('\n', parts) : message.Text("text") ?? string.Empty).Trim();
    }
}
