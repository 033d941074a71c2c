using System.Text.Json.Nodes;

namespace Remanence.ScriptedModels;

/// <summary>Anthropic's shape.</summary>
public sealed partial class Reply
{
    /// <summary>A text, whole or streamed as the request wants it.</summary>
    /// <param name="text">The text; empty: no content at all.</param>
    /// <param name="stop">Why it ends.</param>
    public static Reply Anthropic(string text, string stop = "end_turn") => new((context, request, cancellationToken) =>
        (request.Stream ? Json(AnthropicStream(text, stop), EventStream) : Json(AnthropicWhole(text, stop))).WriteAsync(context, request, cancellationToken));

    /// <summary>An error.</summary>
    public static Reply AnthropicError(int status, string type, string message = "scripted", params IEnumerable<(string Name, string Value)> headers) =>
        Status(status, new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = type, ["message"] = message } }.ToJsonString(), headers);

    /// <summary>The events of a stream up to and with this text, without an end.</summary>
    public static string AnthropicStart(string text) =>
        Named("message_start", new JsonObject { ["message"] = AnthropicMessage([], null) })
        + Named("content_block_start", new JsonObject { ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } })
        + Named("content_block_delta", new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = text } });

    /// <summary>An event of a stream.</summary>
    public static string Named(string name, JsonObject data)
    {
        data["type"] = name;
        return $"event: {name}\ndata: {data.ToJsonString()}\n\n";
    }

    private static string AnthropicWhole(string text, string stop) =>
        AnthropicMessage(text.Length == 0 ? [] : [new JsonObject { ["type"] = "text", ["text"] = text }], stop).ToJsonString();

    private static string AnthropicStream(string text, string stop) =>
        AnthropicStart(text)
        + Named("content_block_stop", new JsonObject { ["index"] = 0 })
        + Named("message_delta", new JsonObject
        {
            ["delta"] = new JsonObject { ["stop_reason"] = stop, ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = 7 },
        })
        + Named("message_stop", []);

    private static JsonObject AnthropicMessage(JsonArray content, string? stop) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "scripted",
        ["content"] = content,
        ["stop_reason"] = stop,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 11, ["output_tokens"] = 7 },
    };
}
