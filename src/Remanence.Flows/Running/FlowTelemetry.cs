using System.Diagnostics;
using System.Diagnostics.Metrics;
using Remanence.Diagnostics;

namespace Remanence.Flows.Running;

/// <summary>What flows tell about themselves. Names of flows and operators are configuration; nothing of a call is told.</summary>
internal static class FlowTelemetry
{
    private const string FlowTag = "remanence.flow";
    private const string OperatorTag = "remanence.operator";
    private const string ErrorTag = "error.type";

    private static Histogram<double> FlowDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>("remanence.flow.duration", "s", "A run of a flow, by its name.");

    private static Counter<long> FlowFailures { get; } =
        Telemetry.Meter.CreateCounter<long>("remanence.flow.failures", "{failure}", "Runs of a flow that failed.");

    private static Histogram<double> OperatorDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>(
            "remanence.operator.duration",
            "s",
            "A run of an operator with all its attempts, by the names of flow and operator.");

    private static Counter<long> OperatorFailures { get; } =
        Telemetry.Meter.CreateCounter<long>("remanence.operator.failures", "{failure}", "Runs of an operator that failed after their last attempt.");

    public static bool OperatorsAreObserved =>
        Telemetry.HasListeners || OperatorDuration.Enabled || OperatorFailures.Enabled;

    public static bool FlowsAreObserved => Telemetry.HasListeners || FlowDuration.Enabled || FlowFailures.Enabled;

    public static Activity? StartFlow(FlowPlan plan) => Telemetry.Start(plan.SpanName)?.SetTag(FlowTag, plan.Definition.Name);

    public static Activity? StartOperator(StepPlan step) =>
        Telemetry.Start(step.SpanName)?.SetTag(FlowTag, step.Flow).SetTag(OperatorTag, step.Name);

    public static void FlowEnded(FlowPlan plan, TimeSpan elapsed) =>
        FlowDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(FlowTag, plan.Definition.Name));

    public static void FlowFailed(FlowPlan plan, Exception exception) =>
        FlowFailures.Add(
            1,
            new KeyValuePair<string, object?>(FlowTag, plan.Definition.Name),
            new KeyValuePair<string, object?>(ErrorTag, FlowException.CauseOf(exception).GetType().Name));

    public static void OperatorEnded(StepPlan step, TimeSpan elapsed) => OperatorDuration.Record(
        elapsed.TotalSeconds, new KeyValuePair<string, object?>(FlowTag, step.Flow), new KeyValuePair<string, object?>(OperatorTag, step.Name));

    public static void OperatorFailed(StepPlan step, Exception exception) => OperatorFailures.Add(
        1, new KeyValuePair<string, object?>(FlowTag, step.Flow), new KeyValuePair<string, object?>(OperatorTag, step.Name),
        new KeyValuePair<string, object?>(ErrorTag, FlowException.CauseOf(exception).GetType().Name));
}
