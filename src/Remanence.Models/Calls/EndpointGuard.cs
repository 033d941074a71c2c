using System.Diagnostics.CodeAnalysis;

namespace Remanence.Models.Calls;

/// <summary>One endpoint's circuit breaker and its limit of calls at a time, shared by all profiles that reach it. Thread-safe.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "Calls may end after the catalogue, and only the semaphore's wait handle, which nobody asks for, would need disposal.")]
internal sealed class EndpointGuard(int maxConcurrency, TimeProvider time) : ObservingPolicy
{
    private readonly CircuitBreaker _breaker = new(time);
    private readonly SemaphoreSlim _slots = new(maxConcurrency, maxConcurrency);

    /// <summary>Whether the endpoint is known to be down.</summary>
    public bool IsDown => _breaker.IsOpen;

    /// <summary>How many calls may begin now.</summary>
    public int FreeSlots => _slots.CurrentCount;

    protected override async ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken)
    {
        _breaker.ThrowIfOpen(call.Profile);
        await _slots.WaitAsync(cancellationToken);
        try
        {
            // It may have opened while this call waited.
            return new Pass(this, _breaker.Enter(call.Profile));
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    private sealed class Pass(EndpointGuard guard, bool probe) : CallObservation
    {
        private bool _told;

        public override void Succeeded() => Tell(answered: true);

        public override void Failed(Exception exception)
        {
            if (exception is ModelException failure)
            {
                Tell(failure.Failure is not (ModelFailure.Unavailable or ModelFailure.TimedOut));
            }
        }

        public override void Dispose()
        {
            if (!_told)
            {
                guard._breaker.Unknown(probe);
            }

            guard._slots.Release();
        }

        private void Tell(bool answered)
        {
            _told = true;
            if (answered)
            {
                guard._breaker.Answered(probe);
            }
            else
            {
                guard._breaker.Silent(probe);
            }
        }
    }
}
