using System.Diagnostics;
using Remanence.Diagnostics;

namespace Remanence.Flows.Running;

/// <summary>What flows tell about themselves. Names of flows and operators are configuration; nothing of a call is told.</summary>
internal static class FlowTelemetry
{
    private const string FlowTag = "remanence.flow";
    private const string OperatorTag = "remanence.operator";
    private const string ErrorTag = "error.type";

    public static bool OperatorsAreObserved =>
        EngineTelemetry.HasListeners || EngineTelemetry.OperatorDuration.Enabled || EngineTelemetry.OperatorFailures.Enabled;

    public static bool FlowsAreObserved => EngineTelemetry.HasListeners || EngineTelemetry.FlowDuration.Enabled || EngineTelemetry.FlowFailures.Enabled;

    public static Activity? StartFlow(FlowPlan plan) => EngineTelemetry.Start(plan.SpanName)?.SetTag(FlowTag, plan.Definition.Name);

    public static Activity? StartOperator(StepPlan step) =>
        EngineTelemetry.Start(step.SpanName)?.SetTag(FlowTag, step.Flow).SetTag(OperatorTag, step.Name);

    public static void FlowEnded(FlowPlan plan, TimeSpan elapsed) =>
        EngineTelemetry.FlowDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(FlowTag, plan.Definition.Name));

    public static void FlowFailed(FlowPlan plan, Exception exception) => EngineTelemetry.FlowFailures.Add(
        1, new KeyValuePair<string, object?>(FlowTag, plan.Definition.Name), new KeyValuePair<string, object?>(ErrorTag, CauseOf(exception).GetType().Name));

    public static void OperatorEnded(StepPlan step, TimeSpan elapsed) => EngineTelemetry.OperatorDuration.Record(
        elapsed.TotalSeconds, new KeyValuePair<string, object?>(FlowTag, step.Flow), new KeyValuePair<string, object?>(OperatorTag, step.Name));

    public static void OperatorFailed(StepPlan step, Exception exception) => EngineTelemetry.OperatorFailures.Add(
        1, new KeyValuePair<string, object?>(FlowTag, step.Flow), new KeyValuePair<string, object?>(OperatorTag, step.Name),
        new KeyValuePair<string, object?>(ErrorTag, CauseOf(exception).GetType().Name));

    /// <summary>What failed, without the wrapping. A time limit is its own cause: what ended with it is only a cancellation.</summary>
    public static Exception CauseOf(Exception exception) =>
        exception is FlowException and not FlowTimeoutException ? exception.InnerException ?? exception : exception;
}
