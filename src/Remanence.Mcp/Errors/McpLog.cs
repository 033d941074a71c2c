using Microsoft.Extensions.Logging;

namespace Remanence.Mcp.Errors;

/// <summary>What is logged about calls. Never arguments, texts or ids: those are people's.</summary>
internal static partial class McpLog
{
    [LoggerMessage(40, LogLevel.Error, "An MCP request failed, event {EventId}: {ExceptionType}\n{StackTrace}")]
    public static partial void RequestFailed(ILogger logger, string eventId, string exceptionType, string stackTrace);

    [LoggerMessage(41, LogLevel.Warning, "Flow {Flow} is no tool: a tool's name has up to 128 letters, digits, '_', '-' and '.'")]
    public static partial void NoToolName(ILogger logger, string flow);

    [LoggerMessage(42, LogLevel.Warning, "Flow {Flow} takes the place of the tool of the same name")]
    public static partial void Replaced(ILogger logger, string flow);
}
