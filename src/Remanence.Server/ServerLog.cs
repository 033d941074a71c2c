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

    [LoggerMessage(30, LogLevel.Warning, "Configuration: {Warning}")]
    public static partial void Configuration(ILogger logger, string warning);
}
