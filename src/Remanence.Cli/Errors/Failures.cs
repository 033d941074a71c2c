using System.Net.Sockets;
using Remanence.Configuration;
using Remanence.Diagnostics;
using Remanence.Evaluation;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Models.Profiles;
using Remanence.Models.Prompts;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Cli.Errors;

/// <summary>What a failure is called on the command line: one line, or one for each fault of a configuration, and an exit code.</summary>
internal static class Failures
{
    public static int ExitCode(Exception failure) => failure switch
    {
        OperationCanceledException => ExitCodes.Cancelled,

        UsageException or ConfigurationException or FlowConfigurationException or ModelConfigurationException or PromptException or
             InvalidRequestException or InvalidCursorException or EvaluationDataException => ExitCodes.Usage,
        MemoryNotFoundException or UnknownFlowException or NoStoreException => ExitCodes.NotFound,
        MemoryConflictException or StaleReadException or ChangeSetConflictException or ListenException => ExitCodes.Conflict,

        // The client calls a server that does not answer an unavailable store; who types commands has to do something else about it.
        StoreUnavailableException { InnerException: HttpRequestException or HttpIOException } => ExitCodes.Unreachable,
        StoreUnavailableException or StoreFullException => ExitCodes.Store,
        TaskMemoryServiceException { InnerException: HttpRequestException or TimeoutException } => ExitCodes.Unreachable,
        HttpRequestException or SocketException or TimeoutException => ExitCodes.Unreachable,
        AggregateException { InnerExceptions: [var only] } => ExitCode(only),
        _ => ExitCodes.Failed,
    };

    public static IEnumerable<string> Lines(Exception failure) => failure switch
    {
        ConfigurationException configuration => configuration.Faults.Select(fault => Shown(fault.Message)),
        ModelConfigurationException models => models.Faults.Select(Shown),
        FlowConfigurationException flows => flows.Faults.Select(fault => $"remanence: {fault with { Excerpt = null }}"),
        AggregateException { InnerExceptions: [var only] } => Lines(only),
        _ => [Line(failure)],
    };

    public static string Line(Exception failure)
    {
        if (failure is AggregateException { InnerExceptions: [var only] })
        {
            return Line(only);
        }

        var message = failure switch
        {

            // What of the work is done is known where that is said; what an HTTP client wraps says nothing.
            OperationCanceledException { InnerException: OperationCanceledException } stopped and not TaskCanceledException => $"cancelled. {stopped.Message}",
            OperationCanceledException => "cancelled",
            HttpRequestException { StatusCode: null } => $"the server does not answer: {HttpReason.Of(failure)}. Is the --url right, and the server started?",
            RemanenceException or IOException or UnauthorizedAccessException or HttpRequestException => failure.Message,
            _ => $"unexpected failure: {failure.Message}",
        };
        return Shown(message);
    }

    private static string Shown(string message) => "remanence: " + message.ReplaceLineEndings(" ");
}
