using Microsoft.Extensions.Logging;

namespace Remanence.Mcp;

/// <summary>What is logged about calls. Never arguments, texts or ids: those are people's.</summary>
internal static partial class McpLog
{
    [LoggerMessage(40, LogLevel.Error, "An MCP request failed, event {EventId}: {ExceptionType}\n{StackTrace}")]
    public static partial void RequestFailed(ILogger logger, string eventId, string exceptionType, string stackTrace);

    [LoggerMessage(41, LogLevel.Warning, "Flow {Flow} is no tool: a tool's name has up to 128 letters, digits, '_', '-' and '.'")]
    public static partial void NoToolName(ILogger logger, string flow);

    [LoggerMessage(42, LogLevel.Warning, "Flow {Flow} takes the place of the tool of the same name")]
    public static partial void Replaced(ILogger logger, string flow);

    [LoggerMessage(43, LogLevel.Information, "The external MCP server {Server} is connected, with {Count} tools")]
    public static partial void ExternalConnected(ILogger logger, string server, int count);

    [LoggerMessage(44, LogLevel.Warning, "The external MCP server {Server} cannot be reached: {Reason}")]
    public static partial void ExternalUnreachable(ILogger logger, string server, string reason);

    [LoggerMessage(45, LogLevel.Warning, "The connection to the external MCP server {Server} broke: {ExceptionType}")]
    public static partial void ExternalLost(ILogger logger, string server, string exceptionType);
}
