using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Diagnostics;
using Remanence.Json;

namespace Remanence.Mcp.Schemas;

/// <summary>Holds the params of a request to what the protocol asks of its method; the SDK would call what it cannot read a failure of the server.</summary>
internal static class ParamsForm
{
    private static readonly JsonTypeInfo<InitializeRequestParams> InitializeType =
        (JsonTypeInfo<InitializeRequestParams>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InitializeRequestParams));

    private static readonly ParamsMember Cursor = ParamsMember.Text("cursor") with { Optional = true };
    private static readonly ParamsMember Arguments = ParamsMember.Object("arguments") with { Optional = true };
    private static readonly ParamsMember Meta = ParamsMember.Object("_meta") with { Optional = true };
    private static readonly ParamsMember[] Uri = [ParamsMember.Text("uri")];

    private static readonly Dictionary<string, ParamsMember[]> Methods = new(StringComparer.Ordinal)
    {
        [RequestMethods.Initialize] =
        [
            ParamsMember.Text("protocolVersion"),
            ParamsMember.Object("capabilities"),
            ParamsMember.Object("clientInfo", ParamsMember.Text("name"), ParamsMember.Text("version")),
        ],
        [RequestMethods.ToolsCall] = [ParamsMember.Text("name"), Arguments],
        [RequestMethods.PromptsGet] = [ParamsMember.Text("name"), Arguments],
        [RequestMethods.ResourcesRead] = Uri,
        [RequestMethods.ResourcesSubscribe] = Uri,
        [RequestMethods.ResourcesUnsubscribe] = Uri,
        [RequestMethods.ToolsList] = [Cursor],
        [RequestMethods.PromptsList] = [Cursor],
        [RequestMethods.ResourcesList] = [Cursor],
        [RequestMethods.ResourcesTemplatesList] = [Cursor],
        ["logging/setLevel"] = [ParamsMember.Text("level")],
        [RequestMethods.CompletionComplete] =
            [ParamsMember.Object("ref", ParamsMember.Text("type")), ParamsMember.Object("argument", ParamsMember.Text("name"), ParamsMember.Text("value"))],
    };

    public static McpMessageHandler Filter(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is not JsonRpcRequest request)
        {
            await next(context, cancellationToken);
            return;
        }

        Check(request);
        ProtocolVersions.Settle(request);
        try
        {
            await next(context, cancellationToken);
        }
        catch (JsonException wrong)
        {
            throw Unreadable(wrong, request.Method);
        }
    };

    /// <exception cref="McpProtocolException">One of the params is missing, or of another type.</exception>
    public static void Check(JsonRpcRequest request)
    {
        if (request.Params is not (null or JsonObject))
        {
            throw Fault($"The params of {Printable.Line(request.Method)} must be an object, but are {Describe(request.Params)}.");
        }

        var given = request.Params as JsonObject ?? [];
        foreach (var member in (ParamsMember[])[.. Methods.GetValueOrDefault(request.Method) ?? [], Meta])
        {
            Check(member, given, member.Name, request.Method);
        }

        if (request.Method == RequestMethods.Initialize)
        {
            ReadWhole(given);
        }
    }

    // A transport may read it before any server does, and has nobody to tell.
    private static void ReadWhole(JsonObject initialize)
    {
        try
        {
            initialize.Deserialize(InitializeType);
        }
        catch (JsonException wrong)
        {
            throw Unreadable(wrong, RequestMethods.Initialize);
        }
    }

    private static void Check(ParamsMember member, JsonObject parent, string path, string method)
    {
        if (parent[member.Name] is not { } value)
        {
            if (!member.Optional)
            {
                throw Fault($"{path} is missing; {method} needs it, {member.Expected}.");
            }

            return;
        }

        if (value.GetValueKind() != member.Kind)
        {
            throw Fault($"{path} must be {member.Expected}, but is {Describe(value)}.");
        }

        foreach (var inner in member.Members)
        {
            Check(inner, (JsonObject)value, $"{path}.{inner.Name}", method);
        }
    }

    private static string Describe(JsonNode value)
    {
        using var json = JsonDocument.Parse(value.ToJsonString());
        return JsonShapes.Describe(json.RootElement);
    }

    private static McpProtocolException Unreadable(JsonException wrong, string method) =>
        new(
            $"{(wrong.Path is { Length: > 2 } path ? Printable.Line(path[2..]) : "One of the params")} is of a form, or a word, that "
            + $"{Printable.Line(method)} does not take.",
            wrong,
            McpErrorCode.InvalidParams);

    private static McpProtocolException Fault(string message) => new(message, McpErrorCode.InvalidParams);
}
