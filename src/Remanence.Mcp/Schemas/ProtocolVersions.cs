using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.Schemas;

/// <summary>The versions of the protocol that <c>initialize</c> can settle on. Later ones have no handshake.</summary>
internal static class ProtocolVersions
{
    private const string Member = "protocolVersion";

    private static readonly string[] Negotiable = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    /// <summary>
    /// A client that asks for another version is answered with the newest of these, as the specification says; the SDK would refuse those that it takes for
    /// newer.
    /// </summary>
    public static void Settle(JsonRpcRequest request)
    {
        if (request is { Method: RequestMethods.Initialize, Params: JsonObject given }
            && given[Member] is JsonValue asked && asked.TryGetValue<string>(out var version) && !Negotiable.Contains(version, StringComparer.Ordinal))
        {
            given[Member] = Negotiable[^1];
        }
    }
}
