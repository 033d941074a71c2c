using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>The file of the memory server of MCP: entities with observations, and relations between them, one a line. It keeps no times.</summary>
internal sealed class MemoryGraph : ConversationShape
{
    // What that server's own instructions call the person that it serves.
    private const string DefaultUser = "default_user";

    public override string Name => "the memory MCP server's JSON lines";

    public override Conversation? TryRead(ConversationText file)
    {
        var items = file.Root is { } root
            ? [.. root.Items("entities"), .. root.Items("relations"), .. IsItem(root) ? [root] : Array.Empty<JsonElement>()]
            : Lines(file.Text);
        return items.Count > 0 && items.TrueForAll(IsItem) ? new Conversation([.. items.SelectMany(Read)]) { User = DefaultUser } : null;
    }

    private static List<JsonElement> Lines(string text)
    {
        var items = new List<JsonElement>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (new ConversationText(line.ToString(), string.Empty).Root is not { } item || !IsItem(item))
            {
                return [];
            }

            items.Add(item);
        }

        return items;
    }

    private static bool IsItem(JsonElement item) =>
        IsRelation(item) || (item.Text("name") is { Length: > 0 } && item.Member("observations") is { ValueKind: JsonValueKind.Array });

    private static bool IsRelation(JsonElement item) =>
        item.Text("from") is { Length: > 0 } && item.Text("to") is not null && item.Text("relationType") is not null;

    // What is known of somebody stands under that name.
    private static IEnumerable<Message> Read(JsonElement item)
    {
        if (IsRelation(item))
        {
            var from = item.Text("from")!;
            return [Of(from, $"{from} {Words(item.Text("relationType")!)} {item.Text("to")}")];
        }

        var name = item.Text("name")!;
        return item.Items("observations")
            .Where(known => known.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(known.GetString()))
            .Select(known => Of(name, known.GetString()!));
    }

    private static Message Of(string name, string content) => new() { Role = "user", Name = ChatText.Name(name), Content = content };

    private static string Words(string relation) => relation.Replace('_', ' ');
}
