namespace Remanence.Flows.Interceptors;

/// <summary>
/// Hooks around operators, of all or of one name or flow. An exception from <see cref="Before"/> or <see cref="After"/> stops the flow as the operator's own
/// would; one from <see cref="OnError"/> is logged and the operator's stays. Called by many runs at once.
/// </summary>
public sealed record FlowInterceptor
{
    /// <summary>The flow whose operators it is for; null: every flow.</summary>
    public string? Flow { get; init; }

    /// <summary>The operator, by its name in expressions; null: every operator.</summary>
    public string? Operator { get; init; }

    /// <summary>Lower comes first before an operator, and last after it. Those of one order keep that in which they were added. Default 0.</summary>
    public int Order { get; init; }

    /// <summary>Called before the first attempt.</summary>
    public Func<OperatorRun, CancellationToken, ValueTask>? Before { get; init; }

    /// <summary>Called after an operator that ended well.</summary>
    public Func<OperatorRun, CancellationToken, ValueTask>? After { get; init; }

    /// <summary>
    /// Called after the last failed attempt, but not for a cancellation nor for a caller's fault. The failure stays one unless it calls
    /// <see cref="OperatorRun.Suppress"/>.
    /// </summary>
    public Func<OperatorRun, CancellationToken, ValueTask>? OnError { get; init; }
}
