namespace Remanence.Http;

/// <summary>What is logged of requests. Never texts, ids or names: those are people's.</summary>
internal static partial class HttpLog
{
    // An exception's message may quote what the caller sent, so its type and stack are logged without it.
    [LoggerMessage(4, LogLevel.Error, "Request failed, event {EventId}: {ExceptionType}\n{StackTrace}")]
    public static partial void RequestFailed(ILogger logger, string eventId, string exceptionType, string stackTrace);
}
