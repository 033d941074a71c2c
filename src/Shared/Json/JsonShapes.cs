using System.Text.Json;
using Remanence.Diagnostics;

namespace Remanence.Json;

/// <summary>What came, in the words of a message.</summary>
internal static class JsonShapes
{
    /// <summary>A value as a message names it.</summary>
    public static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => $"the string {Printable.Show(json.GetString()!)}",
        JsonValueKind.Number => $"the number {Printable.Line(json.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "missing",
    };
}
