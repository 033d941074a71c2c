using Microsoft.Extensions.Logging;

namespace Remanence.Models.Calls;

/// <summary>What the log says of model calls: profile, operation, outcome and time; nothing that was said.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Profile}: {Operation} begins.")]
    public static partial void Begin(ILogger logger, string profile, string operation);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Profile}: {Operation} done in {Seconds:0.000} s.")]
    public static partial void Done(ILogger logger, string profile, string operation, double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Profile}: {Operation} was cancelled after {Seconds:0.000} s.")]
    public static partial void Cancelled(ILogger logger, string profile, string operation, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Profile}: {Operation} failed as {Failure} after {Seconds:0.000} s.")]
    public static partial void Failed(ILogger logger, string profile, string operation, string failure, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Profile}: attempt {Attempt} failed as {Failure}; the next begins in {Seconds:0.0} s.")]
    public static partial void Retry(ILogger logger, string profile, int attempt, ModelFailure failure, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What calls of models came to could not be written ({Failure}); it is tried again.")]
    public static partial void UsageNotWritten(ILogger logger, string failure);
}
