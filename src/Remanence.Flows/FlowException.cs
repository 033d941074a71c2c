namespace Remanence.Flows;

/// <summary>A run that failed. The inner exception is what the operator threw; its text is part of the message only where it is safe to show.</summary>
public class FlowException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="step">The step that failed; null when it is the flow as a whole.</param>
    /// <param name="what">What happened.</param>
    /// <param name="innerException">What the operator threw.</param>
    public FlowException(string flow, string? step, string what, Exception? innerException = null)
        : base(step is null ? $"flow {flow}: {what}" : $"flow {flow}: {step}: {what}", innerException) => (Flow, Step) = (flow, step);

    /// <summary>The flow.</summary>
    public string Flow { get; }

    /// <summary>The step, by the name of its operator in the flow's expression; null when it is the flow as a whole.</summary>
    public string? Step { get; }

    /// <summary>What failed, without the wrapping. A time limit is its own cause: what ended with it is only a cancellation.</summary>
    /// <param name="exception">Any exception.</param>
    public static Exception CauseOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is FlowException and not FlowTimeoutException ? exception.InnerException ?? exception : exception;
    }
}
