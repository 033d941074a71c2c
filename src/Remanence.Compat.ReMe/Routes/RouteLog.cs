namespace Remanence.Compat.ReMe.Routes;

/// <summary>What is logged of flows over HTTP: names of flows, which are configuration, and nothing of people.</summary>
internal static partial class RouteLog
{
    [LoggerMessage(6, LogLevel.Warning, "Flow {Flow} failed: {ExceptionType}")]
    public static partial void FlowFailed(ILogger logger, string flow, string exceptionType);

    [LoggerMessage(7, LogLevel.Warning, "Flow {Flow} has no path over HTTP: another has it, or its name cannot be one")]
    public static partial void FlowWithoutPath(ILogger logger, string flow);
}
