using Microsoft.Extensions.Logging;

namespace Remanence.Jobs;

/// <summary>What background work logs: never ids, texts or names.</summary>
internal static partial class JobLog
{
    [LoggerMessage(100, LogLevel.Debug, "Job of kind {Kind} done in attempt {Attempt}, {Jobs} together, after {Seconds:F1} s")]
    public static partial void Succeeded(ILogger logger, string kind, int attempt, int jobs, double seconds);

    [LoggerMessage(EventId = 101, Message = "Job of kind {Kind} failed in attempt {Attempt} ({Class}, {Reason}); next attempt in {Seconds:F0} s")]
    public static partial void Retrying(ILogger logger, LogLevel level, string kind, int attempt, JobFailureClass @class, string reason, double seconds);

    [LoggerMessage(102, LogLevel.Error, "Job of kind {Kind} is dead after attempt {Attempt} ({Reason})\n{StackTrace}")]
    public static partial void Dead(ILogger logger, string kind, int attempt, string reason, string? stackTrace);

    [LoggerMessage(103, LogLevel.Information, "Job of kind {Kind} was cancelled, erased or taken over in attempt {Attempt}; nothing of it was stored")]
    public static partial void Lost(ILogger logger, string kind, int attempt);

    [LoggerMessage(104, LogLevel.Information, "Job of kind {Kind} handed back in attempt {Attempt}: the worker stops")]
    public static partial void HandedBack(ILogger logger, string kind, int attempt);

    [LoggerMessage(105, LogLevel.Error, "The job worker cannot reach the store ({ExceptionType}); it goes on trying")]
    public static partial void StoreAway(ILogger logger, string exceptionType);

    [LoggerMessage(106, LogLevel.Warning, "A handler of kind {Kind} does not end; its jobs were handed back without it")]
    public static partial void Abandoned(ILogger logger, string kind);
}
