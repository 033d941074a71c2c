using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Remanence.Diagnostics;

/// <summary>
/// What the engine tells about itself under the name <see cref="Name"/>: spans and metrics, listed in <c>docs/telemetry.md</c>. Nothing carries text, an id, or a
/// name other than those of flows and operators, which are configuration. Costs nothing while nobody listens.
/// </summary>
public static class EngineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Remanence";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static Histogram<double> MemorizeDuration { get; } =
        Meter.CreateHistogram<double>("remanence.memorize.duration", "s", "From the request to durable and searchable.");

    internal static Counter<long> MemorizedMessages { get; } = Meter.CreateCounter<long>("remanence.memorize.messages", "{message}", "Messages kept.");

    internal static Histogram<double> RetrieveDuration { get; } = Meter.CreateHistogram<double>("remanence.retrieve.duration", "s", "From the question to the answer.");

    internal static Histogram<int> RetrieveResults { get; } = Meter.CreateHistogram<int>("remanence.retrieve.results", "{memory}", "Memories in an answer.");

    internal static Histogram<double> IndexLoadDuration { get; } =
        Meter.CreateHistogram<double>("remanence.index.load.duration", "s", "Building an index from the store, or catching up with it.");

    internal static Histogram<double> FlowDuration { get; } = Meter.CreateHistogram<double>("remanence.flow.duration", "s", "A run of a flow, by its name.");

    internal static Counter<long> FlowFailures { get; } = Meter.CreateCounter<long>("remanence.flow.failures", "{failure}", "Runs of a flow that failed.");

    internal static Histogram<double> OperatorDuration { get; } =
        Meter.CreateHistogram<double>("remanence.operator.duration", "s", "A run of an operator with all its attempts, by the names of flow and operator.");

    internal static Counter<long> OperatorFailures { get; } =
        Meter.CreateCounter<long>("remanence.operator.failures", "{failure}", "Runs of an operator that failed after their last attempt.");

    /// <summary>Whether anybody listens to spans.</summary>
    internal static bool HasListeners => Source.HasListeners();

    internal static Activity? Start(string operation) => Source.StartActivity(operation);

    internal static Activity? Start(string operation, ActivityKind kind, TagList tags) =>
        Source.HasListeners() ? Source.StartActivity(operation, kind, default(ActivityContext), tags) : null;

    internal static Histogram<T> Histogram<T>(string name, string unit, string description, T[] buckets)
        where T : struct =>
        Meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<T> { HistogramBucketBoundaries = buckets });

    internal static Counter<double> Counter(string name, string unit, string description) => Meter.CreateCounter<double>(name, unit, description);

    /// <summary>Marks the span as failed, but for a cancellation, which is none.</summary>
    internal static void Fail(Activity? activity, Exception exception)
    {
        if (activity is not null && exception is not OperationCanceledException)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
        }
    }
}
