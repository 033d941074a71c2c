using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Telegram's result.json, of one chat or of an account.</summary>
internal sealed class TelegramExport : ConversationShape
{
    public override string Name => "Telegram's result.json";

    public override Conversation? TryRead(ConversationText file)
    {
        if (file.Root is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        JsonElement[] chats = root.Member("chats") is { } all ? [.. all.Items("list")] : [root];
        JsonElement[] messages = [.. chats.SelectMany(chat => chat.Items("messages"))];
        if (messages.Length == 0 || !Array.TrueForAll(messages, IsTelegrams))
        {
            return null;
        }

        // An account's export says whose it is, by number; what this person wrote tells the name.
        var account = root.Member("personal_information")?.Text("user_id");
        return new Conversation([.. messages.Select(ReadMessage).OfType<Message>().OrderBy(message => message.Time)])
        {
            User = account is null ? null : messages.FirstOrDefault(message => message.Text("from_id") == $"user{account}").Text("from"),
        };
    }

    private static bool IsTelegrams(JsonElement message) =>
        message.Text("type") is "message" or "service"
        && (message.Member("from_id") ?? message.Member("actor_id") ?? message.Member("date_unixtime")) is not null;

    private static Message? ReadMessage(JsonElement message) =>
        message.Text("type") == "message" && Words(message).Trim() is { Length: > 0 } words
            ? new Message
            {
                Id = message.Text("id"),
                Role = "user",
                Name = ChatText.Name(message.Text("from") ?? message.Text("from_id") ?? "Deleted Account"),
                Content = words,
                Time = message.Time("date_unixtime") ?? message.Time("date"),
            }
            : null;

    // A text with links or bold words is an array of texts and objects.
    private static string Words(JsonElement message) => message.Member("text") is { ValueKind: JsonValueKind.Array } parts
        ? string.Concat(parts.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : part.Text("text")))
        : message.Text("text") ?? string.Empty;
}
