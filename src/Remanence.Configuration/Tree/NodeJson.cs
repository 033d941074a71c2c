using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Remanence.Configuration.Tree;

/// <summary>Parts of the tree as JSON.</summary>
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
