using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Remanence.Configuration.Tree;

/// <summary>Parts of the tree as JSON, and JSON as parts of the tree.</summary>
internal static class NodeJson
{
    public static JsonElement ToJson(ConfigurationNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, node);
        }

        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = KeyNames.MaxDepth });
    }

    /// <summary>A JSON value as a node; names with dots nest, as everywhere.</summary>
    /// <param name="json">The value.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="origin">Where it is written.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    public static ConfigurationNode FromJson(JsonElement json, string path, ConfigurationOrigin origin, FaultList faults)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new MapBuilder(path, origin);
                foreach (var member in json.EnumerateObject())
                {
                    if (KeyNames.Split(member.Name) is not { } names)
                    {
                        faults.Add(origin, path, KeyNames.Wrong(member.Name));
                    }
                    else if (map.Add(names, FromJson(member.Value, ConfigurationNode.Join(path, member.Name), origin, faults)) is { } taken)
                    {
                        faults.Add(origin, taken.Path, KeyNames.Twice(taken.Path));
                    }
                }

                return map.Build();
            case JsonValueKind.Array:
                return ConfigurationNode.List(path, origin, [.. json.EnumerateArray().Select((item, i) => FromJson(item, $"{path}[{i}]", origin, faults))]);
            case JsonValueKind.String:
                return ConfigurationNode.Value(path, origin, json.GetString()!, ScalarForm.Text);
            default:
                return ConfigurationNode.Value(path, origin, json.GetRawText(), ScalarForm.Yaml);
        }
    }

    private static void Write(Utf8JsonWriter writer, ConfigurationNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                writer.WriteStartObject();
                foreach (var (name, child) in node.Children)
                {
                    writer.WritePropertyName(name);
                    Write(writer, child);
                }

                writer.WriteEndObject();
                break;
            case NodeKind.List:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                Scalars.Write(writer, node.Text, node.Form);
                break;
        }
    }
}
