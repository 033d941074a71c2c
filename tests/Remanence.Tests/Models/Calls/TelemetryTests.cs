using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Remanence.Diagnostics;
using Remanence.Models;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Calls;

public sealed class TelemetryTests
{
    private const string Secret = "the secret of the conversation";

    [Fact]
    public async Task A_call_is_a_span_and_two_metrics_without_content()
    {
        var model = $"telemetry-{nameof(A_call_is_a_span_and_two_metrics_without_content)}";
        var spans = new ConcurrentQueue<Activity>();
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var activities = Listen(spans, model);
        using var meters = Listen(measured, model);
        var time = new FakeTimeProvider();
        var chat = new ScriptedChat(
            ScriptedChat.Fails(ModelFailure.RateLimited, TimeSpan.FromSeconds(2)),
            ScriptedChat.Says(Secret, usage: new() { InputTokenCount = 7, OutputTokenCount = 3 }));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { Model = model }, time);

        await time.RunAsync(() => catalog.Chat().GetResponseAsync(Secret));

        var span = spans.ShouldHaveSingleItem();
        span.DisplayName.ShouldBe($"chat {model}");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(7L);
        span.GetTagItem("gen_ai.response.model").ShouldBe("fake-1");
        span.GetTagItem("server.address").ShouldBe("127.0.0.1");
        span.TagObjects.ShouldAllBe(tag => !$"{tag.Value}".Contains(Secret));
        measured.Select(point => (point.Name, point.Value, point.Tags.GetValueOrDefault("gen_ai.token.type") as string)).ShouldBe(
        [
            ("gen_ai.client.operation.duration", 2, null),
            ("gen_ai.client.token.usage", 7, "input"),
            ("gen_ai.client.token.usage", 3, "output"),
        ]);
    }

    [Fact]
    public async Task A_failed_call_says_how_it_failed()
    {
        var model = $"telemetry-{nameof(A_failed_call_says_how_it_failed)}";
        var spans = new ConcurrentQueue<Activity>();
        using var activities = Listen(spans, model);
        using var catalog = FakeProvider.Catalog(new ScriptedChat(ScriptedChat.Fails(ModelFailure.Refused)), FakeProvider.Profile() with { Model = model });

        await Should.ThrowAsync<ModelException>(catalog.Chat().GetStreamingResponseAsync(Secret).ToChatResponseAsync());

        var span = spans.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("Refused");
    }

    [Fact]
    public async Task The_log_tells_outcomes_and_no_content()
    {
        using var logs = new LogLines();
        var time = new FakeTimeProvider();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var chat = new ScriptedChat(
            ScriptedChat.Fails(ModelFailure.RateLimited, TimeSpan.FromSeconds(2)),
            ScriptedChat.Says(Secret),
            ScriptedChat.Fails(ModelFailure.Rejected),
            ScriptedChat.Hangs());
        using var catalog = new ModelCatalog([FakeProvider.Profile()], [new FakeProvider { Chat = _ => chat }], time: time, loggers: logs);

        await time.RunAsync(() => catalog.Chat().GetResponseAsync(Secret));
        await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync(Secret));
        await Should.ThrowAsync<OperationCanceledException>(catalog.Chat().GetResponseAsync(Secret, cancellationToken: cancelled.Token));

        logs.Lines.ShouldBe(
        [
            "Debug llm.default: chat begins.",
            "Information llm.default: attempt 1 failed as RateLimited; the next begins in 2.0 s.",
            "Debug llm.default: chat done in 2.000 s.",
            "Debug llm.default: chat begins.",
            "Warning llm.default: chat failed as Rejected after 0.000 s.",
            "Debug llm.default: chat begins.",
            "Debug llm.default: chat was cancelled after 0.000 s.",
        ]);
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans, string model)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("gen_ai.request.model") as string == model)
                {
                    spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Listen(ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> measured, string model)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EngineTelemetry.Name && instrument.Name.StartsWith("gen_ai", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument.Name, value, tags));
        listener.Start();
        return listener;

        void Take(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var map = new Dictionary<string, object?>(tags.ToArray());
            if (map["gen_ai.request.model"] as string == model)
            {
                measured.Enqueue((name, value, map));
            }
        }
    }

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel} {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
