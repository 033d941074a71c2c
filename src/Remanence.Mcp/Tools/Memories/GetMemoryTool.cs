using ModelContextProtocol.Protocol;
using Remanence.Json;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Shows one memory.</summary>
internal sealed class GetMemoryTool(ToolEnvironment environment) : MemoryTool(Define(), [Parameters.Id, .. Parameters.Scope], environment)
{
    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var memory = await Environment.Service.GetAsync(call.ScopeOf(Environment.Workspace), call.Text("id")!, cancellationToken);
        var document = MemoryDocument.From(memory);
        return Answer(MemoryText.Whole(document), McpJson.Element(document, McpJson.Instance.MemoryDocument));
    }

    private static Tool Define() => new()
    {
        Name = "get_memory",
        Title = "Show a memory",
        Description = "Shows one memory whole: its text, times, standing and where it came from.",
        Annotations = MemoryTools.Reads,
        OutputSchema = OutputSchema.Of(McpJson.Instance.MemoryDocument),
    };
}
