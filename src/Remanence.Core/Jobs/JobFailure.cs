using Remanence.Diagnostics;
using Remanence.Models;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Jobs;

/// <summary>What a failed attempt means for its job: docs/decisions/0010.</summary>
/// <param name="Class">Whether it counts, and how patiently to try again.</param>
/// <param name="Reason">What the job's owner may read.</param>
/// <param name="LoggedReason">What the log may say: a model's failure in its words, which hold nothing of a text; of others the kind, by which a trace of the
/// stack belongs.</param>
/// <param name="RetryAfter">How long the other side asks to wait.</param>
internal sealed record JobFailure(JobFailureClass Class, string Reason, string LoggedReason, TimeSpan? RetryAfter = null)
{
    // An endpoint that asks for more is asked again all the same.
    private static readonly TimeSpan LongestAskedPause = TimeSpan.FromHours(1);

    /// <summary>What a failure means. One that only tells of another, as a flow does of a model's or the store's, means what that one means.</summary>
    public static JobFailure Of(Exception exception)
    {
        var own = OfItself(exception);
        if (own.Class != JobFailureClass.Fault || exception.InnerException is not { } cause)
        {
            return own;
        }

        var caused = Of(cause);
        return caused.Class != JobFailureClass.Fault ? caused : cause is ModelException ? own with { LoggedReason = caused.LoggedReason } : own;
    }

    /// <summary>How long to wait before the next attempt.</summary>
    /// <param name="times">How often it failed so, this time included.</param>
    /// <param name="options">The pauses.</param>
    /// <param name="jitter">0 to 1, at random, so that jobs which failed together do not come back together.</param>
    public TimeSpan Pause(int times, JobOptions options, double jitter)
    {
        var longest = Class == JobFailureClass.NeedsRepair ? options.RepairRetry : options.MaxRetry;
        var pause = Class == JobFailureClass.NeedsRepair
            ? options.RepairRetry
            : TimeSpan.FromTicks((long)Math.Min(longest.Ticks, options.FirstRetry.Ticks * Math.Pow(2, Math.Min(times - 1, 40))));
        pause *= 0.8 + (0.2 * jitter);
        return RetryAfter is { } asked && asked > pause ? (asked < LongestAskedPause ? asked : LongestAskedPause) : pause;
    }

    private static JobFailure OfItself(Exception exception)
    {
        var kind = exception.GetType().Name;
        return exception switch
        {
            ModelException model => OfModel(model, Printable.Line(model.Message)),
            StoreUnavailableException or StoreFullException or StaleReadException or JobOutageException => new(
                JobFailureClass.Outage,
                Printable.Line(exception.Message),
                kind),
            RemanenceException => new(JobFailureClass.Fault, Printable.Line(exception.Message), kind),

            // Its message may quote what people said.
            _ => new(JobFailureClass.Fault, $"It failed unexpectedly ({kind}); the server's log says where.", kind),
        };
    }

    private static JobFailure OfModel(ModelException model, string message) => model switch
    {
        { IsTransient: true } => new(JobFailureClass.Outage, message, message, model.RetryAfter),
        { Failure: ModelFailure.Unauthorized or ModelFailure.OverBudget } => new(JobFailureClass.NeedsRepair, message, message, model.RetryAfter),
        _ => new(JobFailureClass.Fault, message, message),
    };
}
