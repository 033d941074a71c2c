using System.Runtime.CompilerServices;

namespace Remanence.Models.Calls;

/// <summary>A policy that lets each call through once, or refuses it, and watches how it ends.</summary>
internal abstract class ObservingPolicy : CallPolicy
{
    /// <exception cref="ModelException">The call may not begin.</exception>
    protected abstract ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken);

    public sealed override async Task<T> RunAsync<T>(ModelCall call, Func<CancellationToken, Task<T>> next, CancellationToken cancellationToken)
    {
        using var observation = await BeginAsync(call, cancellationToken);
        try
        {
            var result = await next(cancellationToken);
            observation.Received(result);
            observation.Succeeded();
            return result;
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }

    public sealed override async IAsyncEnumerable<T> StreamAsync<T>(
        ModelCall call, Func<CancellationToken, IAsyncEnumerable<T>> next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var observation = await BeginAsync(call, cancellationToken);
        await using var items = Open(observation, next, cancellationToken);
        while (await MoveAsync(observation, items))
        {
            observation.Received(items.Current);
            yield return items.Current;
        }

        observation.Succeeded();
    }

    // An iterator may not yield within a try that has a catch, so the two places that can fail stand apart.
    private static IAsyncEnumerator<T> Open<T>(
        CallObservation observation,
        Func<CancellationToken, IAsyncEnumerable<T>> next,
        CancellationToken cancellationToken)
    {
        try
        {
            return next(cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }

    private static async ValueTask<bool> MoveAsync<T>(CallObservation observation, IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }
}
