using System.Text.Json;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Members of other programs' JSON, which may be missing or of another type than they were last year.</summary>
internal static class JsonRead
{
    public static JsonElement? Member(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement item, string name) => item.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    public static DateTimeOffset? Time(this JsonElement item, string name) => item.Member(name) is { } value ? MessageTime.Of(value) : null;

    public static IEnumerable<JsonElement> Items(this JsonElement item, string name) => item.Member(name) is { } value ? value.Items() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The objects of an array, or one that stands alone.</summary>
    public static IEnumerable<JsonElement> OneOrMany(this JsonElement value) => value.ValueKind == JsonValueKind.Object ? [value] : value.Items();
}
