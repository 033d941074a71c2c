using System.Text.Json;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Running;

/// <summary>The fields that every flow takes, and what holds when a call leaves one out.</summary>
internal static class BaseFields
{
    public static IReadOnlyList<FlowInput> All { get; } =
    [
        new FlowInput { Name = BaseSlots.Query.Name, Type = "string", Description = "What is asked." },
        new FlowInput { Name = BaseSlots.Messages.Name, Type = "array", Description = "The conversation, each message with role and content." },
        new FlowInput { Name = BaseSlots.WorkspaceId.Name, Type = "string", Description = "The workspace whose memories are used." },
        new FlowInput { Name = BaseSlots.Metadata.Name, Type = "object", Description = "Anything else that the caller has to say." },
    ];

    public static IReadOnlyDictionary<string, JsonElement> Defaults { get; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
    {
        [BaseSlots.Query.Name] = Text(string.Empty),
        [BaseSlots.Messages.Name] = Parse("[]"),
        [BaseSlots.Metadata.Name] = Parse("{}"),
    };

    public static JsonElement Text(string text) => Parse($"\"{JsonEncodedText.Encode(text)}\"");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
