namespace Remanence.Models.Calls;

/// <summary>Remembers how a profile's last call ended, for whoever asks how the models are. Thread-safe.</summary>
internal sealed class OutcomePolicy : ObservingPolicy
{
    private ModelException? _last;

    /// <summary>The failure of the last call; null after one that was answered, and before the first.</summary>
    public ModelFailure? LastFailure => Volatile.Read(ref _last)?.Failure;

    protected override ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CallObservation>(new Watch(this));

    private sealed class Watch(OutcomePolicy outcomes) : CallObservation
    {
        public override void Succeeded() => Volatile.Write(ref outcomes._last, null);

        public override void Failed(Exception exception)
        {
            if (exception is ModelException failure)
            {
                Volatile.Write(ref outcomes._last, failure);
            }
        }

        public override void Dispose()
        {
        }
    }
}
