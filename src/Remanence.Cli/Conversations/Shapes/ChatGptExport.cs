using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>ChatGPT's conversations.json: each conversation is a tree of messages, of which the branch last looked at is the conversation.</summary>
internal sealed class ChatGptExport : ConversationShape
{
    public override string Name => "ChatGPT's conversations.json";

    public override Conversation? TryRead(ConversationText file) =>
        file.Root is { } root
        && root.OneOrMany().ToList() is { Count: > 0 } conversations
        && conversations.TrueForAll(item => item.Member("mapping") is { ValueKind: JsonValueKind.Object })
            ? new Conversation([.. conversations.OrderBy(item => item.Time("create_time") ?? DateTimeOffset.MinValue).SelectMany(ReadOne)])
            : null;

    private static IEnumerable<Message> ReadOne(JsonElement conversation)
    {
        var mapping = conversation.Member("mapping")!.Value;
        var begun = conversation.Time("create_time");
        return Branch(mapping, conversation.Text("current_node") ?? LastLeaf(mapping)).Select(node => node.Member("message")).OfType<JsonElement>()
            .Select(message => ReadMessage(message, begun)).OfType<Message>();
    }

    // From the last message up to the root, turned round. A file whose nodes name each other in a ring ends where it began.
    private static List<JsonElement> Branch(JsonElement mapping, string? last)
    {
        var nodes = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (last is not null && seen.Add(last) && mapping.Member(last) is { } node)
        {
            nodes.Add(node);
            last = node.Text("parent");
        }

        nodes.Reverse();
        return nodes;
    }

    private static string? LastLeaf(JsonElement mapping) =>
        mapping.EnumerateObject().Where(node => !node.Value.Items("children").Any())
            .OrderBy(node => node.Value.Member("message")?.Time("create_time") ?? DateTimeOffset.MinValue).Select(node => node.Name).LastOrDefault();

    private static Message? ReadMessage(JsonElement message, DateTimeOffset? begun)
    {
        var role = MessageRules.RoleOf(message.Member("author")?.Text("role") ?? string.Empty);
        var isHidden = message.Member("metadata")?.Member("is_visually_hidden_from_conversation") is { ValueKind: JsonValueKind.True };
        var content = message.Member("content");

        // Thoughts, code that was run and instructions are not what was said.
        if (
            role is not ("user" or "assistant")
            || isHidden
            || content?.Text("content_type") is not (null or "text" or "multimodal_text")
            || Words(content) is not { Length: > 0 } words)
        {
            return null;
        }

        return new Message { Id = message.Text("id"), Role = role, Content = words, Time = message.Time("create_time") ?? begun };
    }

    private static string Words(JsonElement? content) =>
        content is { } parts
            ? string.Join(
                '\n',
                parts
                    .Items("parts")
                    .Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : part.Text("text"))
                    .Where(text => !string.IsNullOrWhiteSpace(text)))
            : string.Empty;
}
