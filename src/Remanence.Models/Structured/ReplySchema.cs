using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Remanence.Models.Structured;

/// <summary>
/// The JSON schema of a type, as it is sent. Endpoints take objects alone as the root, so that any other value is wrapped as the property <c>data</c> of one.
/// Immutable.
/// </summary>
internal sealed class ReplySchema
{
    public const string Data = "data";
    private static readonly ConditionalWeakTable<JsonTypeInfo, ReplySchema> Known = [];

    private ReplySchema(JsonTypeInfo type)
    {
        var root = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        Value = JsonElement.Parse(root.ToJsonString());
        IsWrapped = !(
            root is JsonObject map && map["type"] is JsonValue name && name.GetValueKind() == JsonValueKind.String && name.GetValue<string>() == "object");
        Sent = IsWrapped ? JsonElement.Parse(Wrap(root).ToJsonString()) : Value;
        Text = Sent.GetRawText();
        Format = ChatResponseFormat.ForJsonSchema(Sent, Name(type.Type));
    }

    /// <summary>The schema of the value itself.</summary>
    public JsonElement Value { get; }

    /// <summary>Whether the value is asked for as the property <see cref="Data"/> of an object.</summary>
    public bool IsWrapped { get; }

    /// <summary>The schema that the model is given.</summary>
    public JsonElement Sent { get; }

    public string Text { get; }

    public ChatResponseFormat Format { get; }

    public static ReplySchema Of(JsonTypeInfo type) => Known.GetValue(type, static type => new ReplySchema(type));

    /// <summary>The schema that another refers to, or itself.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        // Longer chains of references than this are circles.
        for (var hops = 0; hops < 16 && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference); hops++)
        {
            var found = Value;
            foreach (var step in reference.GetString()!.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                if (!(found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out found)))
                {
                    return default;
                }
            }

            schema = found;
        }

        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        // Strict endpoints refuse a schema that leaves this open.
        if (schema.ContainsKey("properties") && !schema.ContainsKey("additionalProperties"))
        {
            schema["additionalProperties"] = false;
        }

        var provider = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        if (provider.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute description, ..])
        {
            schema.Insert(0, "description", description.Description);
        }

        return schema;
    }

    private static JsonObject Wrap(JsonNode root)
    {
        var inner = root.DeepClone();
        Rebase(inner);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [Data] = inner },
            ["required"] = new JsonArray(Data),
            ["additionalProperties"] = false,
        };
    }

    private static void Rebase(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            if (map["$ref"] is JsonValue reference && reference.GetValueKind() == JsonValueKind.String)
            {
                map["$ref"] = $"#/properties/{Data}{reference.GetValue<string>().TrimStart('#')}";
            }

            foreach (var child in map.Select(pair => pair.Value).ToArray())
            {
                Rebase(child);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var child in list)
            {
                Rebase(child);
            }
        }
    }

    private static string Name(Type type)
    {
        var name = string.Concat(type.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return name.Length > 64 ? name[..64] : name;
    }
}
