using Remanence.Models.Calls;

namespace Remanence.Models.Usage;

/// <summary>Refuses a call over budget and counts what each call comes to.</summary>
internal sealed class MeteringPolicy(UsageMeter meter) : ObservingPolicy
{
    private const decimal PricedTokens = 1_000_000;

    protected override async ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken)
    {
        var account = ModelUsage.Current;
        await meter.CheckBudgetAsync(account, call.Profile.Name, cancellationToken);
        return new Observation(meter, account, call);
    }

    private sealed class Observation(UsageMeter meter, ModelUsage.Account? account, ModelCall call) : CallObservation
    {
        private readonly UsageTally _tally = new();
        private bool _answered;
        private bool _failed;

        public override void Received(object? item)
        {
            _answered = true;
            _tally.Add(item);
        }

        public override void Failed(Exception exception) => _failed = exception is not OperationCanceledException;

        public override void Dispose()
        {
            // What failed before it answered is not charged for; what was cut off afterwards is.
            var estimated = _answered && _tally.Input is null;
            var input = _tally.Input ?? (_answered ? call.EstimateInput() : 0);
            var output = _tally.Output ?? (_answered ? _tally.EstimatedOutput : 0);
            var cost = ((input * (call.Profile.InputPrice ?? 0)) + (output * (call.Profile.OutputPrice ?? 0))) / PricedTokens;
            if (cost > 0)
            {
                ModelTelemetry.Cost.Add((double)cost, new KeyValuePair<string, object?>(ModelTelemetry.RequestModel, call.Profile.Model));
            }

            meter.Add(account, new UsageTotals
            {
                Calls = 1,
                Failures = _failed ? 1 : 0,
                InputTokens = input,
                OutputTokens = output,
                EstimatedCalls = estimated ? 1 : 0,
                Cost = cost,
            });
        }
    }
}
