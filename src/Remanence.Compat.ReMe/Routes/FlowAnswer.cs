using System.Buffers;
using System.Text.Json;
using Remanence.Flows;
using Remanence.Http;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>ReMe's response: <c>answer</c>, <c>messages</c>, <c>success</c>, <c>metadata</c>, in this order.</summary>
internal static class FlowAnswer
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = WireJson.Instance.Options.Encoder };

    /// <summary>Answers with what a flow gave. It is written whole before any of it is sent, so that a failure to write it is still one.</summary>
    public static Task WriteAsync(HttpContext context, FlowResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, response);
        }

        return SendAsync(context, buffer.WrittenMemory, StatusCodes.Status200OK);
    }

    /// <summary>Answers that it failed, with status 200, as ReMe's clients expect.</summary>
    public static Task WriteFailureAsync(HttpContext context, string reason)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("answer", reason);
            json.WriteStartArray("messages");
            json.WriteEndArray();
            json.WriteBoolean("success", false);
            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return SendAsync(context, buffer.WrittenMemory, StatusCodes.Status200OK);
    }

    public static void Write(Utf8JsonWriter json, FlowResponse response)
    {
        json.WriteStartObject();
        json.WriteString("answer", response.Answer);
        json.WriteStartArray("messages");
        foreach (var message in response.Messages)
        {
            message.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteBoolean("success", response.Success);
        json.WriteStartObject("metadata");
        foreach (var (key, value) in response.Metadata)
        {
            json.WritePropertyName(key);
            if (value is null)
            {
                json.WriteNullValue();
            }
            else
            {
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Json;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(json, context.RequestAborted);
    }
}
