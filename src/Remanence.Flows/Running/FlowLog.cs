using Microsoft.Extensions.Logging;

namespace Remanence.Flows.Running;

/// <summary>What flows log: names from the configuration and types of exceptions, never a message's text.</summary>
internal static partial class FlowLog
{
    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Flow {Flow}: step {Step} failed ({Exception}); the flow goes on without it")]
    public static partial void PartPassedOver(ILogger logger, string flow, string step, string exception);

    [LoggerMessage(EventId = 302, Level = LogLevel.Warning, Message = "Flow {Flow}: attempt {Attempt} of {Attempts} of step {Step} failed ({Exception})")]
    public static partial void AttemptFailed(ILogger logger, string flow, string step, int attempt, int attempts, string exception);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "Flow {Flow}: an on-error interceptor of step {Step} failed itself ({Exception})")]
    public static partial void InterceptorFailed(ILogger logger, string flow, string step, string exception);

    [LoggerMessage(EventId = 304, Level = LogLevel.Warning, Message = "Flow {Flow}: the fall-back of step {Step} failed ({Exception})")]
    public static partial void FallBackFailed(ILogger logger, string flow, string step, string exception);

    [LoggerMessage(EventId = 305, Level = LogLevel.Information, Message = "Flow {Flow} is at revision {Revision}")]
    public static partial void Revised(ILogger logger, string flow, int revision);
}
