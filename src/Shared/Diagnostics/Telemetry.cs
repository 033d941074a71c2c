using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Remanence.Diagnostics;

// Spans and metrics of one assembly under the name that all of Remanence tells about itself by; they are listed in docs/telemetry.md. Nothing carries text, an
// id, or a name other than those of flows and operators, which are configuration. Costs nothing while nobody listens.
internal static class Telemetry
{
    // The name of the activity source and of the meter.
    public const string Name = "Remanence";

    private static readonly ActivitySource Source = new(Name);

    public static Meter Meter { get; } = new(Name);

    // Whether anybody listens to spans.
    public static bool HasListeners => Source.HasListeners();

    public static Activity? Start(string operation) => Source.StartActivity(operation);

    public static Activity? Start(string operation, ActivityKind kind, TagList tags) =>
        Source.HasListeners() ? Source.StartActivity(operation, kind, default(ActivityContext), tags) : null;

    // Marks the span as failed, but for a cancellation, which is none.
    public static void Fail(Activity? activity, Exception exception)
    {
        if (activity is not null && exception is not OperationCanceledException)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
        }
    }
}
