using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.ScriptedModels;

/// <summary>Chat, whole or streamed as the request wants it.</summary>
public sealed partial class Reply
{
    private const string EventStream = "text/event-stream";
    private const string Done = "data: [DONE]\n\n";

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="finish">Why it ends.</param>
    public static Reply Text(string text, string finish = "stop") => Message(new JsonObject { ["role"] = "assistant", ["content"] = text }, finish);

    /// <summary>JSON in a fence, as models like to put it.</summary>
    public static Reply Fenced(string json) => Text($"Here it is:\n```json\n{json}\n```\n");

    /// <summary>Reasoning in tags, then a text.</summary>
    public static Reply Thought(string reasoning, string text) => Text($"<think>\n{reasoning}\n</think>\n\n{text}");

    /// <summary>Reasoning in a field of its own, then a text.</summary>
    public static Reply Reasoned(string reasoning, string text, string field = "reasoning_content") =>
        Message(new JsonObject { ["role"] = "assistant", [field] = reasoning, ["content"] = text });

    /// <summary>Content that is null, and no more.</summary>
    public static Reply Null() => Message(new JsonObject { ["role"] = "assistant", ["content"] = null });

    /// <summary>Content as a list of parts.</summary>
    public static Reply Parts(params IEnumerable<string> texts) => Message(new JsonObject
    {
        ["role"] = "assistant",
        ["content"] = new JsonArray([.. texts.Select(text => new JsonObject { ["type"] = "text", ["text"] = text })]),
    });

    /// <summary>The model declines.</summary>
    public static Reply Refusal(string words = "I can't help with that.") =>
        Message(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = words });

    /// <summary>A tool call, with null content as OpenAI sends it.</summary>
    public static Reply ToolCall(string id, string name, string arguments) => Message(
        new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["id"] = id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
            }),
        },
        "tool_calls");

    /// <summary>Any message; streamed, its texts come in pieces of three characters.</summary>
    public static Reply Message(JsonObject message, string finish = "stop") => new((context, request, cancellationToken) =>
        (request.Stream ? Stream([.. Deltas(message)], finish) : Whole(message, finish)).WriteAsync(context, request, cancellationToken));

    /// <summary>A stream of these deltas, a finish reason, the usage and the end.</summary>
    public static Reply Stream(IEnumerable<JsonObject> deltas, string? finish = "stop", bool done = true) =>
        Json(string.Concat(deltas.Select(Chunk)) + (finish is null ? "" : Finish(finish)) + (done ? Done : ""), EventStream);

    /// <summary>A stream of these texts whose connection breaks after the last.</summary>
    public static Reply CutStream(params IEnumerable<string> texts) => CutBody(": open\n\n" + string.Concat(texts.Select(ChunkOf)), EventStream);

    /// <summary>A stream that falls silent after these texts until the gate opens.</summary>
    public static Reply SilentStream(Gate gate, params IEnumerable<string> texts) =>
        Stall(gate, ": open\n\n" + string.Concat(texts.Select(ChunkOf)), Finish("stop") + Done, EventStream);

    /// <summary>A stream that never ends, a piece now and then.</summary>
    public static Reply EndlessStream(string text, TimeSpan pause) => Trickle(ChunkOf(text), pause, EventStream);

    private static string ChunkOf(string text) => Chunk(new JsonObject { ["content"] = text });

    private static Reply Whole(JsonObject message, string finish) => Json(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1767225600,
        ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message.DeepClone(), ["finish_reason"] = finish }),
        ["usage"] = Usage(),
    }.ToJsonString());

    private static IEnumerable<JsonObject> Deltas(JsonObject message)
    {
        yield return new JsonObject { ["role"] = "assistant", ["content"] = "" };
        foreach (var (name, value) in message.Where(member => member.Key != "role" && member.Value is not null))
        {
            if (value!.GetValueKind() == JsonValueKind.String)
            {
                foreach (var piece in value.GetValue<string>().Chunk(3))
                {
                    yield return new JsonObject { [name] = new string(piece) };
                }
            }
            else
            {
                yield return new JsonObject { [name] = value.DeepClone() };
            }
        }
    }

    private static string Chunk(JsonObject delta) => Event(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1767225600,
        ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta.DeepClone(), ["finish_reason"] = null }),
    });

    private static string Finish(string reason) => Event(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = reason }),
    }) + Event(new JsonObject { ["id"] = "chatcmpl-1", ["choices"] = new JsonArray(), ["usage"] = Usage() });

    private static string Event(JsonObject value) => $"data: {value.ToJsonString()}\n\n";

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 11, ["completion_tokens"] = 7, ["total_tokens"] = 18 };
}
