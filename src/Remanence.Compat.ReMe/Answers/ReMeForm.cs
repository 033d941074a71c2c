using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Compat.ReMe.Library;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Operators;

namespace Remanence.Compat.ReMe.Answers;

/// <summary>Memories and messages in ReMe's shape, all fields in its order.</summary>
/// <param name="zone">The zone of their times.</param>
internal sealed class ReMeForm(TimeZoneInfo zone) : AnswerForm
{
    private readonly ReMeWriter _writer = new(zone);

    public override JsonElement Write(Memory memory, double? score = null) => _writer.ToObject(memory, score);

    public override string Text(JsonElement json) => PythonJson.Write(json, ascii: true);

    public override JsonObject Write(ChatMessage message, DateTimeOffset time)
    {
        var result = message.Contents.OfType<FunctionResultContent>().FirstOrDefault();
        return new JsonObject
        {
            ["role"] = message.Role.Value,
            ["content"] = result is null ? message.Text : result.Result?.ToString() ?? "",
            ["reasoning_content"] = string.Concat(message.Contents.OfType<TextReasoningContent>().Select(content => content.Text)),
            ["tool_calls"] = new JsonArray([.. message.Contents.OfType<FunctionCallContent>().Select(Call)]),
            ["tool_call_id"] = result?.CallId ?? "",
            ["time_created"] = LocalTimes.Write(time, zone),
            ["metadata"] = new JsonObject(),
        };
    }

    private static JsonNode Call(FunctionCallContent call, int index) => new JsonObject
    {
        ["index"] = index,
        ["id"] = call.CallId,
        ["type"] = "function",
        ["name"] = call.Name,
        ["arguments"] = ArgumentsOf(call),
        ["description"] = "",
        ["input_schema"] = new JsonObject(),
        ["output_schema"] = new JsonObject(),
    };
}
