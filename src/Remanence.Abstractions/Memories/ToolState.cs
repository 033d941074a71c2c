using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>The calls of a tool. Compared by content, JSON by its values.</summary>
public sealed record ToolState
{
    /// <summary>One JSON object a call, with the members of ReMe's tool call results, oldest first.</summary>
    public IReadOnlyList<JsonElement> Results { get; init => field = ValueList.Of(value); } = ValueList.Of((IReadOnlyList<JsonElement>?)null);

    /// <summary>Whether nobody but Remanence's rules wrote the guide, so that it may be written anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByRules { get; init; }
}
