using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.Tools;

/// <summary>A tool: what clients are told of it, and what it does.</summary>
internal abstract class McpTool(Tool definition)
{
    public Tool Definition { get; } = definition;

    /// <summary>Answers a call. What it throws is told to the model that called.</summary>
    public abstract Task<CallToolResult> CallAsync(ToolInvocation call, CancellationToken cancellationToken);

    protected static CallToolResult Answer(string text, JsonElement structured, bool isError = false) =>
        new() { Content = [new TextContentBlock { Text = text }], StructuredContent = structured, IsError = isError };
}
