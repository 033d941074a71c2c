namespace Remanence.Flows.Operators;

/// <summary>
/// One step of a flow. There is one instance a flow, which all of its runs use at once: what belongs to a run goes into slots, never into fields.
/// </summary>
public abstract class Operator
{
    /// <summary>What it reads and writes. Asked once, when a flow is built.</summary>
    public abstract OperatorSlots Slots { get; }

    /// <summary>
    /// Does its one thing. An exception fails the flow, unless its configuration or the expression says otherwise; after a failed attempt nothing that it wrote
    /// is kept. A <see cref="InvalidRequestException"/> is the caller's fault: it is neither tried again nor passed over.
    /// </summary>
    /// <param name="context">The run's slots, scope and response.</param>
    /// <param name="cancellationToken">Cancelled when the caller, a time limit or a failed branch beside it ends the run.</param>
    public abstract ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Called after the last failed attempt of an operator that is configured with <c>raise_exception: false</c>: the place to write what the steps after it
    /// need. Does nothing by default.
    /// </summary>
    /// <param name="context">The run, without what the failed attempts wrote.</param>
    /// <param name="exception">Why the last attempt failed.</param>
    /// <param name="cancellationToken">As in <see cref="ExecuteAsync"/>.</param>
    public virtual ValueTask FallBackAsync(FlowContext context, Exception exception, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
