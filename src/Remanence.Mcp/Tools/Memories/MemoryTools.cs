using ModelContextProtocol.Protocol;
using Remanence.Services;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>The tools over the memory service.</summary>
internal static class MemoryTools
{
    /// <summary>Those that the service can fulfil.</summary>
    public static IEnumerable<McpTool> All(ToolEnvironment environment)
    {
        yield return new MemorizeTool(environment);
        yield return new RetrieveTool(environment);
        yield return new ListMemoriesTool(environment);
        yield return new GetMemoryTool(environment);
        if (environment.Service is IMemoryEditing editing)
        {
            yield return new UpdateMemoryTool(environment, editing);
        }

        yield return new ForgetTool(environment);
        if (environment.Service is IMemoryHistory history)
        {
            yield return new MemoryHistoryTool(environment, history);
        }
    }

    public static ToolAnnotations Reads { get; } = new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false };

    public static ToolAnnotations Adds { get; } = new() { ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false };

    public static ToolAnnotations Changes { get; } = new() { ReadOnlyHint = false, DestructiveHint = true, IdempotentHint = true, OpenWorldHint = false };
}
