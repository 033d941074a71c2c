using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Remanence.OpenAI.Requests;

/// <summary>Writes request bodies.</summary>
internal static class RequestJson
{
    // A body is no web page: Chinese goes as it is, in half the bytes.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryData Bytes(JsonNode body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            body.WriteTo(writer);
        }

        return new BinaryData(buffer.WrittenMemory);
    }

    public static string Text(JsonNode value) => Bytes(value).ToString();

    /// <summary>A text; half a surrogate pair, which JSON can't carry, becomes U+FFFD.</summary>
    public static JsonNode Text(string text) => JsonValue.Create(Whole(text));

    /// <summary>Any value that options or tool results hold.</summary>
    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => Text(text),
        JsonNode node => node.DeepClone(),
        JsonElement element => Node(element),
        _ => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object))),
    };

    public static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                }

                i++;
            }
        }

        return text;
    }
}
