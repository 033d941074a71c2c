using System.Globalization;

namespace Remanence.Flows;

/// <summary>A flow or one of its operators took longer than it may.</summary>
public sealed class FlowTimeoutException : FlowException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="step">The step whose own limit it was; null for the flow's.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="innerException">What ended with it.</param>
    public FlowTimeoutException(string flow, string? step, TimeSpan limit, Exception? innerException = null)
        : base(flow, step, string.Create(
            CultureInfo.InvariantCulture, $"took longer than its limit of {limit.TotalSeconds:0.###} s"), innerException) => Limit = limit;

    /// <summary>The limit.</summary>
    public TimeSpan Limit { get; }
}
