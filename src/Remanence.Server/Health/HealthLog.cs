namespace Remanence.Server.Health;

internal static partial class HealthLog
{
    [LoggerMessage(5, LogLevel.Warning, "The store is not ready: {ExceptionType}")]
    public static partial void NotReady(ILogger logger, string exceptionType);
}
