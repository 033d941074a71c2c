using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Remanence.Mcp.Schemas;

/// <summary>The JSON Schema of what a tool answers, from the type that it answers with.</summary>
internal static class OutputSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonElement Of<T>(JsonTypeInfo<T> type) => Clone(type.GetJsonSchemaAsNode(Options).ToJsonString());

    /// <summary>Of an object with the given members.</summary>
    public static JsonElement Of(params IReadOnlyList<(string Name, JsonElement Schema)> members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            // A type that comes again is a reference from the root, and the root is now elsewhere.
            properties[name] = JsonNode.Parse(schema.GetRawText().Replace("\"$ref\":\"#", $"\"$ref\":\"#/properties/{name}", StringComparison.Ordinal));
        }

        return Clone(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
        }.ToJsonString());
    }

    public static JsonElement Clone(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    // Enums are written by a converter, of which the exporter knows nothing.
    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type.IsEnum)
        {
            return new JsonObject { ["type"] = "string" };
        }

        // The official client takes no boolean for a schema, which stands for any JSON.
        if (schema is not JsonObject known)
        {
            return new JsonObject();
        }

        // Clients that check formats are stricter about times than RFC 3339 is.
        known.Remove("format");
        if (known["required"] is JsonArray required)
        {
            required.RemoveAll(name => MayBeNull(known["properties"]?[name!.GetValue<string>()]));
        }

        return known;
    }

    // What is null is left out.
    private static bool MayBeNull(JsonNode? property) =>
        property?["type"] is JsonArray types && types.Any(type => type?.GetValue<string>() == "null");
}
