using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Wire;

namespace Remanence.Operators;

/// <summary>Memories as <c>/v1</c> shows them, messages as Remanence takes them.</summary>
internal sealed class NativeForm : AnswerForm
{
    public override JsonElement Write(Memory memory, double? score = null) =>
        JsonSerializer.SerializeToElement(MemoryDocument.From(memory) with { Score = score ?? memory.Score }, RemanenceJson.Default.MemoryDocument);

    public override JsonObject Write(ChatMessage message, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(message);
        var written = new JsonObject
        {
            ["role"] = message.Role.Value,
            ["content"] = message.Text,
            ["time"] = JsonSerializer.SerializeToNode(time, RemanenceJson.Default.DateTimeOffset),
        };
        if (message.Contents.OfType<FunctionCallContent>().ToList() is { Count: > 0 } calls)
        {
            written["tool_calls"] = new JsonArray([
                .. calls.Select(call => new JsonObject
                {
                    ["id"] = call.CallId,
                    ["name"] = call.Name,
                    ["arguments"] = ArgumentsOf(call),
                }),
            ]);
        }

        if (message.Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } result)
        {
            (written["content"], written["tool_call_id"]) = (result.Result?.ToString() ?? "", result.CallId);
        }

        return written;
    }

    public override string Text(JsonElement json) => json.GetRawText();
}
