using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Remanence.Diagnostics;
using Remanence.Flows;

namespace Remanence.Tests.Flows;

[Collection(ProcessWideTelemetry.Name)]
public sealed class FlowTelemetryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flow_and_its_operators_are_spans()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await RunAsync();

        spans.Select(span => $"{span.OperationName} in {span.Parent?.OperationName ?? "nothing"}: {span.Status} {span.StatusDescription}".TrimEnd()).ShouldBe(
        [
            "operator works in flow test: Unset", "operator fails in flow test: Error IOException", "operator slow in flow test: Unset",
            "flow test in nothing: Error IOException",
        ], ignoreOrder: true);
        spans.ShouldAllBe(span => (string?)span.GetTagItem("remanence.flow") == "test");
    }

    [Fact]
    public async Task Durations_and_failures_are_counted_by_name()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (
                    instrument.Meter.Name == EngineTelemetry.Name
                    && (
                        instrument.Name.StartsWith("remanence.flow", StringComparison.Ordinal)
                        || instrument.Name.StartsWith("remanence.operator", StringComparison.Ordinal)))
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value >= 0, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value == 1, tags));
        listener.Start();

        await RunAsync();

        seen.Order(StringComparer.Ordinal).ShouldBe(
        [
            "remanence.flow.duration test", "remanence.flow.failures test IOException", "remanence.operator.duration test fails",
            "remanence.operator.duration test slow",
            "remanence.operator.duration test works", "remanence.operator.failures test fails IOException",
        ]);

        void Note(Instrument instrument, bool right, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            right.ShouldBeTrue();
            seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
        }
    }

    // One step works, one fails, and one is cancelled because of it, which is no failure.
    private static async Task RunAsync()
    {
        var started = new TaskCompletionSource();
        var flow = TestFlows.Of("works").Add("slow", async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }).Add("fails", async (_, token) =>
        {
            await started.Task.WaitAsync(token);
            throw new IOException();
        }).Build("works >> (slow | fails)");
        await Should.ThrowAsync<FlowException>(flow.RunAsync(new FlowCall(), Cancelled));
    }
}
