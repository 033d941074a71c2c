using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using Remanence.Flows;
using Remanence.Jobs;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Mcp.Errors;

/// <summary>What failures are told as: the caller's own in words, all others as an event id that the log explains.</summary>
internal sealed class McpFailures(ILogger logger)
{
    private long _count;

    public ILogger Logger => logger;

    /// <summary>A sentence for whoever called.</summary>
    public string Tell(Exception failure) => IsTold(failure) ? failure.Message : Unexpected(failure);

    /// <summary>Runs what answers a protocol request; failures become protocol errors.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, the client gets an error and the log the reason.")]
    public async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or McpException))
        {
            throw new McpProtocolException(Tell(failure), failure, CodeOf(failure));
        }
    }

    private static McpErrorCode CodeOf(Exception failure) => failure switch
    {
        MemoryNotFoundException => McpErrorCode.ResourceNotFound,
        InvalidRequestException or InvalidCursorException => McpErrorCode.InvalidParams,
        _ => McpErrorCode.InternalError,
    };

    private static bool IsTold(Exception failure) =>
        failure
            is InvalidRequestException
                or InvalidCursorException
                or MemoryNotFoundException
                or MemoryConflictException
                or StaleReadException
                or ChangeSetConflictException
                or StoreUnavailableException
                or StoreFullException
                or JobFailedException
                or MissingCapabilityException
                or FlowException
                or ModelException;

    // An exception's message may quote what the caller sent, so its type and stack are logged without it.
    private string Unexpected(Exception failure)
    {
        var number = Interlocked.Increment(ref _count);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId:x}-{Environment.TickCount64:x}-{number:x}");
        McpLog.RequestFailed(logger, id, failure.GetType().FullName ?? "?", failure.StackTrace ?? string.Empty);
        return $"Remanence failed; its log tells more under the event id {id}. Trying again may help, changing the arguments will not.";
    }
}
