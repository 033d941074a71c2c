using System.Text.Json;
using Remanence.Flows.Running;

namespace Remanence.Flows.Rendering;

/// <summary>What a flow takes, as JSON Schema.</summary>
internal static class InputSchema
{
    public static JsonElement Of(FlowDefinition flow)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var fields = InputCheck.Fields(flow).ToList();
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            fields.ForEach(field => Write(json, field));
            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var field in fields.Where(field => field.Required))
            {
                json.WriteStringValue(field.Name);
            }

            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", true);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, FlowInput field)
    {
        json.WriteStartObject(field.Name);
        json.WriteString("type", field.Type);
        if (field.Type == "array")
        {
            // Some models' endpoints refuse an array that does not say what is in it.
            json.WriteStartObject("items");
            json.WriteEndObject();
        }

        if (field.Description.Length > 0)
        {
            json.WriteString("description", field.Description);
        }

        if (field.Values is { } values)
        {
            json.WriteStartArray("enum");
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
