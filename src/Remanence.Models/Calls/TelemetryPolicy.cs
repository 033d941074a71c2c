using System.Diagnostics;
using Remanence.Diagnostics;

namespace Remanence.Models.Calls;

/// <summary>A span and two metrics a call; no content, no id.</summary>
internal sealed class TelemetryPolicy(TimeProvider time) : ObservingPolicy
{
    // Not async: the span must become the current one of the caller's context, above the spans of the attempts.
    protected override ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CallObservation>(new Observation(time, call));

    private sealed class Observation : CallObservation
    {
        private readonly TimeProvider _time;
        private readonly long _started;
        private readonly UsageTally _usage = new();
        private readonly Activity? _activity;
        private TagList _tags;

        public Observation(TimeProvider time, ModelCall call)
        {
            _time = time;
            _started = time.GetTimestamp();
            _tags = new TagList
            {
                { ModelTelemetry.Operation, call.Operation },
                { ModelTelemetry.Provider, call.Profile.Backend },
                { ModelTelemetry.RequestModel, call.Profile.Model },
            };
            if (call.Profile.BaseUrl is { } endpoint)
            {
                _tags.Add(ModelTelemetry.ServerAddress, endpoint.Host);
                _tags.Add(ModelTelemetry.ServerPort, endpoint.Port);
            }

            _activity = Telemetry.Start($"{call.Operation} {call.Profile.Model}", ActivityKind.Client, _tags);
        }

        public override void Received(object? item) => _usage.Add(item);

        public override void Failed(Exception exception)
        {
            if (exception is not OperationCanceledException)
            {
                var failure = CallFailures.Name(exception);
                _tags.Add(ModelTelemetry.ErrorType, failure);
                _activity?.SetTag(ModelTelemetry.ErrorType, failure).SetStatus(ActivityStatusCode.Error, failure);
            }
        }

        public override void Dispose()
        {
            ModelTelemetry.Duration.Record(_time.GetElapsedTime(_started).TotalSeconds, _tags);
            Count(_usage.Input, "input", ModelTelemetry.InputTokens);
            Count(_usage.Output, "output", ModelTelemetry.OutputTokens);
            if (_usage.Model is { } model)
            {
                _activity?.SetTag(ModelTelemetry.ResponseModel, model);
            }

            _activity?.Dispose();
        }

        private void Count(long? tokens, string type, string attribute)
        {
            if (tokens is { } count)
            {
                var tags = _tags;
                tags.Add(ModelTelemetry.TokenType, type);
                ModelTelemetry.Tokens.Record(count, tags);
                _activity?.SetTag(attribute, count);
            }
        }
    }
}
