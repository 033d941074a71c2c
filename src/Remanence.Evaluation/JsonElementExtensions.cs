using System.Text.Json;

namespace Remanence.Evaluation;

internal static class JsonElementExtensions
{
    public static bool Has(this JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind;

    /// <summary>A string member, or a number's digits: both data sets write some answers and ids as numbers.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.AsText() : null;

    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
