using System.Buffers;
using System.Text.Json;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>FastAPI's 422 answer.</summary>
internal static class ValidationAnswer
{
    // What came is shown again, but nobody needs megabytes of it.
    private const int MaxShown = 4096;

    public static Task WriteAsync(HttpContext context, IReadOnlyList<ValidationFault> faults)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, FlowAnswer.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("detail");
            foreach (var fault in faults)
            {
                Write(json, fault);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return FlowAnswer.SendAsync(context, buffer.WrittenMemory, StatusCodes.Status422UnprocessableEntity);
    }

    private static void Write(Utf8JsonWriter json, ValidationFault fault)
    {
        json.WriteStartObject();
        json.WriteString("type", fault.Type);
        json.WriteStartArray("loc");
        foreach (var part in fault.Location)
        {
            if (part is int index)
            {
                json.WriteNumberValue(index);
            }
            else
            {
                json.WriteStringValue((string)part);
            }
        }

        json.WriteEndArray();
        json.WriteString("msg", fault.Message);
        json.WritePropertyName("input");
        WriteInput(json, fault.Input);
        if (fault.Reason is { } reason)
        {
            json.WriteStartObject("ctx");
            json.WriteString("error", reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Undefined)
        {
            json.WriteNullValue();
        }
        else if (JsonElementSize(input) <= MaxShown)
        {
            input.WriteTo(json);
        }
        else
        {
            json.WriteStringValue(input.ValueKind switch
            {
                JsonValueKind.Array => $"an array of {input.GetArrayLength()} items",
                JsonValueKind.Object => "a large object",
                _ => "a long text",
            });
        }
    }

    private static int JsonElementSize(JsonElement input) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(input).Length;
}
