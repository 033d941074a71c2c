using System.Text.Json;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.External;

/// <summary>A tool of a server, whatever connection to it stands when it is called.</summary>
internal sealed class ExternalMcpTool(ExternalMcpTools server, Tool tool) : AIFunction
{
    public override string Name => tool.Name;

    public override string Description => tool.Description ?? tool.Title ?? "";

    public override JsonElement JsonSchema => tool.InputSchema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        ToolResultText.Of(await server.CallAsync(tool.Name, arguments, cancellationToken));
}
