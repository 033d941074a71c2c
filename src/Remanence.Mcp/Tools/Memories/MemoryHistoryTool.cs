using ModelContextProtocol.Protocol;
using Remanence.Json;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;
using Remanence.Services;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Shows what became of a memory.</summary>
internal sealed class MemoryHistoryTool(ToolEnvironment environment, IMemoryHistory memories)
    : MemoryTool(Define(), [Parameters.Id, .. Parameters.Scope], environment)
{
    private const string Entries = "entries";

    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var history = await memories.GetHistoryAsync(call.ScopeOf(Environment.Workspace), call.Text("id")!, cancellationToken);
        IReadOnlyList<HistoryDocument> entries = [.. history.Select(HistoryDocument.From)];
        var json = McpJson.Element(entries, McpJson.Instance.IReadOnlyListHistoryDocument);
        return Answer(MemoryText.History(entries), OutputSchema.Clone($$"""{"{{Entries}}":{{json.GetRawText()}}}"""));
    }

    private static Tool Define() => new()
    {
        Name = "memory_history",
        Title = "Show a memory's history",
        Description = "Shows all changes of a memory, oldest first: when, by whom, why, and what it said before and after. Works for forgotten ones, too.",
        Annotations = MemoryTools.Reads,
        OutputSchema = OutputSchema.Of((Entries, OutputSchema.Of(McpJson.Instance.IReadOnlyListHistoryDocument))),
    };
}
