using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Remanence.OpenAI.Requests;

/// <summary>Reads what compatible endpoints send: a member that is missing, null or of another type than it should be is not there.</summary>
internal static class OptionalMembers
{
    public static bool TryObject(this JsonElement value, string name, out JsonElement found) => value.TryKind(name, JsonValueKind.Object, out found);

    public static bool TryArray(this JsonElement value, string name, out JsonElement found) => value.TryKind(name, JsonValueKind.Array, out found);

    public static bool TryText(this JsonElement value, string name, [NotNullWhen(true)] out string? text)
    {
        text = value.TryKind(name, JsonValueKind.String, out var found) ? found.GetString() : null;
        return !string.IsNullOrEmpty(text);
    }

    public static long? Count(this JsonElement value, string name) =>
        value.TryKind(name, JsonValueKind.Number, out var found) && found.TryGetInt64(out var number) ? number : null;

    private static bool TryKind(this JsonElement value, string name, JsonValueKind kind, out JsonElement found)
    {
        found = default;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out found) && found.ValueKind == kind;
    }
}
