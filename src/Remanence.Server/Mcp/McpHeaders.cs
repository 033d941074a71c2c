using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Remanence.Diagnostics;
using Remanence.Http;

namespace Remanence.Server.Mcp;

/// <summary>The headers that the streamable HTTP transport asks for.</summary>
internal static class McpHeaders
{
    public const string SessionId = "Mcp-Session-Id";
    public const string ProtocolVersion = "MCP-Protocol-Version";
    public const string LastEventId = "Last-Event-ID";

    /// <summary>The first version whose requests stand alone: no handshake, and what they are for repeated in headers.</summary>
    public const string Sessionless = "2026-07-28";

    private const string Method = "Mcp-Method";
    private const string Name = "Mcp-Name";

    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", Sessionless];

    /// <summary>The version that the client speaks; null when it does not say, as older ones do not.</summary>
    public static string? VersionOf(HttpRequest request)
    {
        var version = request.Headers[ProtocolVersion].ToString();
        return version.Length == 0 ? null : Versions.Contains(version, StringComparer.Ordinal) ? version : throw new McpErrorException(
            StatusCodes.Status400BadRequest,
            McpErrorCode.UnsupportedProtocolVersion,
            $"{ProtocolVersion} {Printable.Show(version)} is not spoken here; {string.Join(", ", Versions)} are.");
    }

    public static void RequireAccept(HttpRequest request, params IReadOnlyList<string> types)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (types.FirstOrDefault(type => !accepted.Any(range => Covers(range, type))) is { } missing)
        {
            throw new McpErrorException(
                StatusCodes.Status406NotAcceptable,
                McpErrorCode.InvalidRequest,
                $"The answer may be {missing}, which the request does not accept; send Accept: {string.Join(", ", types)}.");
        }
    }

    public static void PrepareStream(HttpResponse response)
    {
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-cache,no-store";
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>What a request without a session is for must stand in its headers as in its body: what lies between goes by the headers.</summary>
    public static void RequireSame(HttpRequest request, JsonRpcMessage message)
    {
        if (message is not (JsonRpcRequest or JsonRpcNotification))
        {
            return;
        }

        var (method, parameters) = message is JsonRpcRequest call
            ? (call.Method, call.Params)
            : (((JsonRpcNotification)message).Method, ((JsonRpcNotification)message).Params);
        Require(request, Method, method);
        var member = method switch
        {
            RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
            RequestMethods.ResourcesRead => "uri",
            _ => null,
        };
        if (
            member is not null
            && parameters is System.Text.Json.Nodes.JsonObject given
            && given[member] is System.Text.Json.Nodes.JsonValue value
            && value.TryGetValue<string>(out var name))
        {
            Require(request, Name, name);
        }
    }

    private static void Require(HttpRequest request, string header, string expected)
    {
        if (McpHeaderEncoder.DecodeValue(request.Headers[header].ToString()) != expected)
        {
            throw new McpErrorException(
                StatusCodes.Status400BadRequest,
                McpErrorCode.HeaderMismatch,
                $"The header {header} must be {Printable.Show(expected)}, as in the body.");
        }
    }

    private static bool Covers(MediaTypeHeaderValue range, string type) => new MediaTypeHeaderValue(type).IsSubsetOf(range);
}
