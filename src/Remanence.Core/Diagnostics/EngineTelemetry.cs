using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Remanence.Diagnostics;

/// <summary>
/// What the engine tells about itself under the name <see cref="Name"/>: spans and metrics, listed in <c>docs/telemetry.md</c>. Nothing carries text, an id, or
/// a name other than those of flows and operators, which are configuration. Costs nothing while nobody listens.
/// </summary>
public static class EngineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = Telemetry.Name;

    internal static Histogram<double> MemorizeDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>("remanence.memorize.duration", "s", "From the request to durable and searchable.");

    internal static Counter<long> MemorizedMessages { get; } =
        Telemetry.Meter.CreateCounter<long>("remanence.memorize.messages", "{message}", "Messages kept.");

    internal static Histogram<double> RetrieveDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>("remanence.retrieve.duration", "s", "From the question to the answer.");

    internal static Histogram<int> RetrieveResults { get; } =
        Telemetry.Meter.CreateHistogram<int>("remanence.retrieve.results", "{memory}", "Memories in an answer.");

    internal static Histogram<double> IndexLoadDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>("remanence.index.load.duration", "s", "Building an index from the store, or catching up with it.");

    internal static Counter<long> DeadJobs { get; } = Telemetry.Meter.CreateCounter<long>("remanence.job.dead", "{job}", "Jobs given up.");

    private static Histogram<double> JobDuration { get; } =
        Telemetry.Meter.CreateHistogram<double>("remanence.job.duration", "s", "One attempt at a job or batch, by kind and outcome.");

    // Kept alive by the meter; nobody else asks for it.
    private static ObservableGauge<long> Jobs { get; } = Telemetry.Meter.CreateObservableGauge(
        "remanence.job.count",
        static () => JobGauge.All.Select(count => new Measurement<long>(
            count.Count,
            new KeyValuePair<string, object?>("kind", count.Kind),
            new KeyValuePair<string, object?>("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(count.State.ToString())))),
        "{job}",
        "Jobs in the store, by kind and state, counted once a minute.");

    /// <summary>Notes one attempt.</summary>
    internal static void Ran(string kind, string outcome, TimeSpan duration)
    {
        _ = Jobs;
        JobDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
    }

    internal static Counter<long> RetrieveFallbacks { get; } =
        Telemetry.Meter.CreateCounter<long>(
            "remanence.retrieve.fallbacks",
            "{search}",
            "Searches that the built-in embedder answered in an external one's place.");

    internal static Counter<long> EmbeddedMemories { get; } =
        Telemetry.Meter.CreateCounter<long>("remanence.embedding.memories", "{memory}", "Memories embedded by an external embedder.");

    internal static Counter<long> EmbeddingFailures { get; } =
        Telemetry.Meter.CreateCounter<long>("remanence.embedding.failures", "{call}", "Failures to keep up a space that is about to be replaced.");
}
