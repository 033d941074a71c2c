using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Memories;
using Remanence.Operators;

namespace OwnLibrary;

// How flows write what they answer with: of a memory when it helps and what it says, of a message who spoke and what about.
public sealed class ShortForm : AnswerForm
{
    public override JsonElement Write(Memory memory, double? score = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return JsonSerializer.SerializeToElement(new JsonObject { ["when"] = memory.Trigger, ["what"] = memory.Content, ["score"] = score ?? memory.Score });
    }

    public override JsonObject Write(ChatMessage message, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(message);
        var calls = message.Contents.OfType<FunctionCallContent>().Select(call => (JsonNode)$"{call.Name}({ArgumentsOf(call)})");
        return new JsonObject { ["who"] = message.Role.Value, ["what"] = message.Text, ["at"] = time, ["calls"] = new JsonArray([.. calls]) };
    }

    public override string Text(JsonElement json) => json.GetRawText();
}
