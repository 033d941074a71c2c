using Remanence.Compat.ReMe.Library;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Stores;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>
/// Which failures of a flow are its answer. What the caller, a model or the flow itself is the reason of has a sentence to say; a store that cannot be used and
/// what nobody foresaw are the server's, and go the way of all problems.
/// </summary>
internal sealed class FlowFailures(ReMeRouteOptions options, ILogger<FlowFailures> logger)
{
    /// <summary>
    /// The sentence to answer with; null: it is the server's failure, a library that is not there, or <c>reme.errors</c> wants a status for it.
    /// </summary>
    public string? Explain(Flow flow, Exception exception, CancellationToken cancellationToken)
    {
        if (Sentence(exception, cancellationToken) is not { } sentence)
        {
            return null;
        }

        if (exception is not InvalidRequestException)
        {
            RouteLog.FlowFailed(logger, flow.Name, FlowException.CauseOf(exception).GetType().Name);
        }

        return options.AnswersFailures && exception is not LibraryException ? sentence : null;
    }

    /// <summary>What is said of a failure of the kind that a flow answers for; null: it is of another kind.</summary>
    public static string? Sentence(Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return exception switch
        {
            InvalidRequestException => Printable.Line(exception.Message),
            FlowException flow when IsOwn(FlowException.CauseOf(flow)) => Printable.Line(flow.Message),
            _ => null,
        };
    }

    private static bool IsOwn(Exception cause) =>
        cause is (RemanenceException or InvalidOperationException) and not (StoreUnavailableException or StoreFullException);
}
