using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.Json;

// Makes JSON values; what is given as JSON stays as it was written.
internal static class JsonBuild
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Null { get; } = Parse("null");

    public static JsonElement True { get; } = Parse("true");

    public static JsonElement False { get; } = Parse("false");

    public static JsonElement Object(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return Parse(buffer.WrittenSpan);
    }

    public static JsonElement Array(IEnumerable<JsonElement> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.WriteRawValue(item.GetRawText(), skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        return Parse(buffer.WrittenSpan);
    }

    public static JsonElement Array(IEnumerable<string> items) => Array(items.Select(Text));

    public static JsonElement Text(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        PythonJson.AppendString(text, value, ascii: false);
        return Parse(text.ToString());
    }

    public static JsonElement Number(double value) => Parse(PythonJson.Number(value));

    public static JsonElement Number(long value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public static JsonElement Boolean(bool value) => value ? True : False;

    // The same as a node, for responses.
    public static JsonNode? ToNode(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Array => JsonArray.Create(json),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(json),
    };

    // The members of an object; none when it is not one.
    public static IEnumerable<KeyValuePair<string, JsonElement>> Members(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)) : [];

    private static JsonElement Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    // Text that was JSON before nests as deep as it did then.
    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4096 });
        return JsonElement.ParseValue(ref reader);
    }
}
