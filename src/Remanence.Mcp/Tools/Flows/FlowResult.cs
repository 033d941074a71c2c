using System.Text.Json;
using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;

namespace Remanence.Mcp.Tools.Flows;

/// <summary>A flow's response as JSON, in the shape that it has over HTTP.</summary>
internal static class FlowResult
{
    public static JsonElement Schema { get; } = OutputSchema.Clone("""
        {
          "type": "object",
          "properties": {
            "answer": {"type": "string", "description": "The answer as text."},
            "messages": {"type": "array", "items": {"type": "object"}, "description": "Messages of the answer, such as those of an agent's run."},
            "success": {"type": "boolean", "description": "Whether what was asked for was done."},
            "metadata": {"type": "object", "description": "Whatever else the flow has to tell, such as memory_list."}
          },
          "required": ["answer", "messages", "success", "metadata"]
        }
        """);

    public static JsonElement Of(FlowResponse response)
    {
        var json = new JsonObject
        {
            ["answer"] = response.Answer,
            ["messages"] = new JsonArray([.. response.Messages.Select(message => message.DeepClone())]),
            ["success"] = response.Success,
            ["metadata"] = response.Metadata.ToJson(),
        };
        return OutputSchema.Clone(json.ToJsonString(McpJson.Instance.Options));
    }
}
