using Remanence.Diagnostics;
using Remanence.Models;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Jobs;

/// <summary>What a failed attempt means for its job: docs/decisions/0010.</summary>
/// <param name="Class">Whether it counts, and how patiently to try again.</param>
/// <param name="Reason">What the job's owner may read.</param>
/// <param name="RetryAfter">How long the other side asks to wait.</param>
internal sealed record JobFailure(JobFailureClass Class, string Reason, TimeSpan? RetryAfter = null)
{
    // An endpoint that asks for more is asked again all the same.
    private static readonly TimeSpan LongestAskedPause = TimeSpan.FromHours(1);

    /// <summary>What a failure means. One that only tells of another, as a flow does of a model's or the store's, means what that one means.</summary>
    public static JobFailure Of(Exception exception)
    {
        var own = OfItself(exception);
        return own.Class == JobFailureClass.Fault && exception.InnerException is { } cause && Of(cause) is { Class: not JobFailureClass.Fault } caused ? caused : own;
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

    private static JobFailure OfItself(Exception exception) => exception switch
    {
        ModelException { IsTransient: true } model => new(JobFailureClass.Outage, Printable.Line(model.Message), model.RetryAfter),
        ModelException { Failure: ModelFailure.Unauthorized or ModelFailure.OverBudget } model =>
            new(JobFailureClass.NeedsRepair, Printable.Line(model.Message), model.RetryAfter),
        StoreUnavailableException or StoreFullException or StaleReadException or JobOutageException => new(JobFailureClass.Outage, Printable.Line(exception.Message)),
        RemanenceException => new(JobFailureClass.Fault, Printable.Line(exception.Message)),

        // Its message may quote what people said.
        _ => new(JobFailureClass.Fault, $"It failed unexpectedly ({exception.GetType().Name}); the server's log says where."),
    };
}
