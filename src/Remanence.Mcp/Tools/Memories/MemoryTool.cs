using ModelContextProtocol.Protocol;
using Remanence.Mcp.Schemas;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>A tool over the memory service: its parameters are its schema, and a call that does not keep to them does not reach it.</summary>
internal abstract class MemoryTool(Tool definition, IReadOnlyList<ToolParameter> parameters, ToolEnvironment environment)
    : McpTool(WithSchema(definition, parameters))
{
    protected ToolEnvironment Environment => environment;

    public sealed override Task<CallToolResult> CallAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        ParameterCheck.Run(parameters, call.Arguments);
        return RunAsync(call, cancellationToken);
    }

    protected abstract Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken);

    private static Tool WithSchema(Tool definition, IReadOnlyList<ToolParameter> parameters)
    {
        definition.InputSchema = ParameterSchema.Of(parameters);
        return definition;
    }
}
