using System.Text.Json;
using Remanence.Diagnostics;

namespace Remanence.Json;

// What came, in the words of a message.
internal static class JsonShapes
{
    // A value as a message names it.
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
