using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Wire;

namespace Remanence.Mcp.Rendering;

/// <summary>The JSON of results: <see cref="RemanenceJson"/>, letters outside ASCII standing as themselves.</summary>
internal static class McpJson
{
    public static RemanenceJson Instance { get; } =
        new(new JsonSerializerOptions(RemanenceJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static JsonElement Element<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(value, type);
}
