namespace Remanence.Flows.Interceptors;

/// <summary>One run of an operator, as interceptors see it.</summary>
public sealed class OperatorRun
{
    private readonly TimeProvider _time;
    private readonly long _started;

    internal OperatorRun(string flow, string step, FlowContext context, TimeProvider time, long started) =>
        (Flow, Operator, Context, _time, _started) = (flow, step, context, time, started);

    /// <summary>The flow.</summary>
    public string Flow { get; }

    /// <summary>The operator, by its name in the flow's expression.</summary>
    public string Operator { get; }

    /// <summary>The run. An interceptor may read every slot of the flow, and write those that the operator writes.</summary>
    public FlowContext Context { get; }

    /// <summary>The time since the operator's turn came, with all attempts.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Why it failed, a <see cref="FlowException"/> with what the operator threw inside; null when it did not.</summary>
    public Exception? Exception { get; internal set; }

    internal bool IsSuppressed { get; private set; }

    /// <summary>Lets the flow go on as if the operator had done nothing; the failure is logged and counted all the same.</summary>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    public void Suppress()
    {
        if (Exception is null)
        {
            throw new InvalidOperationException($"Only an on-error interceptor can suppress a failure; {Operator} has not failed.");
        }

        IsSuppressed = true;
    }
}
