using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Json;
using Remanence.ReMe.Library;

namespace Remanence.TaskMemory.React;

/// <summary>Messages of a conversation in ReMe's shape, all fields in its order.</summary>
internal sealed class ReMeMessages(TimeProvider time)
{
    public JsonObject Text(string role, string content) => Message(role, content);

    public JsonObject Assistant(ChatResponse reply, IReadOnlyList<FunctionCallContent> calls)
    {
        var reasoning = string.Concat(reply.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text));
        return Message("assistant", reply.Text.Trim(), reasoning, new JsonArray([.. calls.Select(Call)]));
    }

    public JsonObject Result(FunctionCallContent call, string content) => Message("tool", content, callId: call.CallId);

    /// <summary>The arguments as JSON; an empty object where the model sent none that can be read.</summary>
    public static string Arguments(FunctionCallContent call) =>
        JsonBuild.Object((call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal)).Select(argument => KeyValuePair.Create(argument.Key, Value(argument.Value)))).GetRawText();

    private static JsonElement Value(object? value) => value switch
    {
        null => JsonBuild.Null,
        JsonElement json => json,
        JsonNode node => JsonElement.Parse(node.ToJsonString()),
        string text => JsonBuild.Text(text),
        bool flag => JsonBuild.Boolean(flag),
        int number => JsonBuild.Number(number),
        long number => JsonBuild.Number(number),
        double number => JsonBuild.Number(number),
        _ => JsonBuild.Text(value.ToString() ?? ""),
    };

    private static JsonNode Call(FunctionCallContent call, int index) => new JsonObject
    {
        ["index"] = index,
        ["id"] = call.CallId,
        ["type"] = "function",
        ["name"] = call.Name,
        ["arguments"] = Arguments(call),
        ["description"] = "",
        ["input_schema"] = new JsonObject(),
        ["output_schema"] = new JsonObject(),
    };

    private JsonObject Message(string role, string content, string reasoning = "", JsonArray? calls = null, string callId = "") => new()
    {
        ["role"] = role,
        ["content"] = content,
        ["reasoning_content"] = reasoning,
        ["tool_calls"] = calls ?? [],
        ["tool_call_id"] = callId,
        ["time_created"] = LocalTimes.Write(time.GetUtcNow(), time.LocalTimeZone),
        ["metadata"] = new JsonObject(),
    };
}
