using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>The tools over the memory service.</summary>
internal static class MemoryTools
{
    public static IEnumerable<McpTool> All(ToolEnvironment environment) =>
    [
        new MemorizeTool(environment),
        new RetrieveTool(environment),
        new ListMemoriesTool(environment),
        new GetMemoryTool(environment),
        new UpdateMemoryTool(environment),
        new ForgetTool(environment),
        new MemoryHistoryTool(environment),
    ];

    public static ToolAnnotations Reads { get; } = new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false };

    public static ToolAnnotations Adds { get; } = new() { ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false };

    public static ToolAnnotations Changes { get; } = new() { ReadOnlyHint = false, DestructiveHint = true, IdempotentHint = true, OpenWorldHint = false };
}
