using System.Text.Json;
using System.Text.Json.Serialization;
using Remanence.Stores.Filters;

namespace Remanence.Json;

/// <summary>Filters as JSON; the grammar is in <see cref="MemoryFilterJson"/>.</summary>
public sealed class MemoryFilterJsonConverter : JsonConverter<MemoryFilter>
{
    /// <inheritdoc/>
    public override MemoryFilter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return MemoryFilterJson.Parse(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MemoryFilter value, JsonSerializerOptions options) => MemoryFilterJson.Write(writer, value);
}
