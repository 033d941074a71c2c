using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>mem0's memories, as its export and its API write them.</summary>
internal sealed class Mem0Export : ConversationShape
{
    public override string Name => "mem0's memories";

    public override Conversation? TryRead(ConversationText file)
    {
        if (file.Root is not { } root)
        {
            return null;
        }

        var items = (root.Member("memories") ?? root.Member("results") ?? root).OneOrMany().ToList();
        return items.Count > 0 && items.TrueForAll(item => item.Member("memory") is { ValueKind: JsonValueKind.String })
            ? new Conversation([.. items.Where(item => !string.IsNullOrWhiteSpace(item.Text("memory"))).Select(ReadMemory).OrderBy(message => message.Time)])
            : null;
    }

    private static Message ReadMemory(JsonElement item) => new()
    {
        Id = item.Text("id"),
        Role = MessageRules.RoleOf(item.Text("role") ?? "user") ?? "user",
        Name = item.Text("actor_id") is { Length: > 0 } actor ? ChatText.Name(actor) : null,
        Content = item.Text("memory")!,
        Time = item.Time("created_at") ?? item.Time("updated_at"),
    };
}
