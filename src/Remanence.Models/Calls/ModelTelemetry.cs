using System.Diagnostics.Metrics;
using Remanence.Diagnostics;

namespace Remanence.Models.Calls;

/// <summary>Metrics and attribute names of model calls, after the OpenTelemetry semantic conventions for generative AI.</summary>
internal static class ModelTelemetry
{
    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string ResponseModel = "gen_ai.response.model";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string ErrorType = "error.type";

    public static Histogram<double> Duration { get; } =
        Histogram<double>(
            "gen_ai.client.operation.duration",
            "s",
            "A call of a model with its attempts and waits.",
            [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]);

    public static Histogram<long> Tokens { get; } =
        Histogram<long>(
            "gen_ai.client.token.usage",
            "{token}",
            "Tokens that a call read and wrote, as its endpoint counts them.",
            [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864]);

    public static Counter<double> Cost { get; } =
        Telemetry.Meter.CreateCounter<double>("remanence.models.cost", "1", "What calls cost by their profiles' prices.");

    private static Histogram<T> Histogram<T>(string name, string unit, string description, T[] buckets)
        where T : struct =>
        Telemetry.Meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<T> { HistogramBucketBoundaries = buckets });
}
