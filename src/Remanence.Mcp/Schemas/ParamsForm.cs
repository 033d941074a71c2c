using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Diagnostics;

namespace Remanence.Mcp.Schemas;

/// <summary>Tells which of a request's params has a form that its method does not take; the SDK would call that a failure of the server.</summary>
internal static class ParamsForm
{
    public static McpMessageHandler Filter(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcRequest { Params: not (null or JsonObject) } request)
        {
            throw new McpProtocolException($"The params of {Printable.Line(request.Method)} must be an object.", McpErrorCode.InvalidParams);
        }

        try
        {
            await next(context, cancellationToken);
        }
        catch (JsonException wrong) when (context.JsonRpcMessage is JsonRpcRequest)
        {
            throw new McpProtocolException($"{Place(wrong)} is of a form, or a word, that {Printable.Line(((JsonRpcRequest)context.JsonRpcMessage).Method)} does not take.", wrong, McpErrorCode.InvalidParams);
        }
    };

    private static string Place(JsonException wrong) => wrong.Path is { Length: > 2 } path ? Printable.Line(path[2..]) : "One of the params";
}
