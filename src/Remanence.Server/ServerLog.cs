namespace Remanence.Server;

/// <summary>What the server logs. Never texts, ids or names: those are people's.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Remanence {Version} listens on {Address}; data in {DataPath}")]
    public static partial void Listening(ILogger logger, string version, string address, string dataPath);

    [LoggerMessage(2, LogLevel.Warning, "Anyone who can connect to {Address} may read and change everything: http.allow_unauthenticated is true")]
    public static partial void Unauthenticated(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Information, "Remanence has stopped")]
    public static partial void Stopped(ILogger logger);

    // An exception's message may quote what the caller sent, so its type and stack are logged without it.
    [LoggerMessage(4, LogLevel.Error, "Request failed, event {EventId}: {ExceptionType}\n{StackTrace}")]
    public static partial void RequestFailed(ILogger logger, string eventId, string exceptionType, string stackTrace);

    [LoggerMessage(5, LogLevel.Warning, "The store is not ready: {ExceptionType}")]
    public static partial void NotReady(ILogger logger, string exceptionType);

    [LoggerMessage(6, LogLevel.Warning, "Flow {Flow} failed: {ExceptionType}")]
    public static partial void FlowFailed(ILogger logger, string flow, string exceptionType);

    [LoggerMessage(7, LogLevel.Warning, "Flow {Flow} has no path over HTTP: another has it, or its name cannot be one")]
    public static partial void FlowWithoutPath(ILogger logger, string flow);

    [LoggerMessage(30, LogLevel.Warning, "Configuration: {Warning}")]
    public static partial void Configuration(ILogger logger, string warning);
}
