using System.Text.Json;
using Remanence.Json;

namespace Remanence.Privacy;

/// <summary>Applies rules to the texts and numbers inside a JSON value.</summary>
internal static class JsonRedactor
{
    /// <summary>The value; the same one when nothing in it is matched.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <param name="redactor">The rules.</param>
    public static JsonElement Redact(JsonElement value, Redactor redactor) => IsClean(value, redactor) ? value : Rewrite(value, redactor);

    /// <summary>Whether the rules match nothing in it.</summary>
    public static bool IsClean(JsonElement value, Redactor redactor) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member => IsClean(member.Value, redactor)),
        JsonValueKind.Array => value.EnumerateArray().All(item => IsClean(item, redactor)),
        JsonValueKind.String => redactor.Find(value.GetString()!).Count == 0,
        JsonValueKind.Number => redactor.Find(value.GetRawText()).Count == 0,
        _ => true,
    };

    private static JsonElement Rewrite(JsonElement value, Redactor redactor) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonBuild.Object(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Redact(member.Value, redactor)))),
        JsonValueKind.Array => JsonBuild.Array(value.EnumerateArray().Select(item => Redact(item, redactor))),
        JsonValueKind.String => JsonBuild.Text(redactor.Redact(value.GetString()!)),
        JsonValueKind.Number => JsonBuild.Text(redactor.Redact(value.GetRawText())),
        _ => value,
    };
}
