using Microsoft.Extensions.Logging;

namespace Remanence.Mcp.External;

/// <summary>What is logged about servers of others. Never arguments, texts or ids: those are people's.</summary>
internal static partial class ExternalMcpLog
{
    [LoggerMessage(43, LogLevel.Information, "The external MCP server {Server} is connected, with {Count} tools")]
    public static partial void ExternalConnected(ILogger logger, string server, int count);

    [LoggerMessage(44, LogLevel.Warning, "The external MCP server {Server} cannot be reached: {Reason}")]
    public static partial void ExternalUnreachable(ILogger logger, string server, string reason);

    [LoggerMessage(45, LogLevel.Warning, "The connection to the external MCP server {Server} broke: {ExceptionType}")]
    public static partial void ExternalLost(ILogger logger, string server, string exceptionType);
}
