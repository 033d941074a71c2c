namespace Remanence.Models.Calls;

/// <summary>One concern around a call, whatever kind of model is called. Thread-safe.</summary>
internal abstract class CallPolicy
{
    /// <summary>Makes the call, perhaps more than once or not at all.</summary>
    public abstract Task<T> RunAsync<T>(ModelCall call, Func<CancellationToken, Task<T>> next, CancellationToken cancellationToken);

    /// <summary>The same for a reply that comes in pieces.</summary>
    public abstract IAsyncEnumerable<T> StreamAsync<T>(ModelCall call, Func<CancellationToken, IAsyncEnumerable<T>> next, CancellationToken cancellationToken);
}
