namespace Remanence.Models.Calls;

/// <summary>Policies around a call, the first outermost.</summary>
internal sealed class CallPipeline(params CallPolicy[] policies)
{
    public Task<T> RunAsync<T>(ModelCall call, Func<CancellationToken, Task<T>> endpoint, CancellationToken cancellationToken)
    {
        var next = endpoint;
        for (var i = policies.Length - 1; i >= 0; i--)
        {
            var (policy, inner) = (policies[i], next);
            next = token => policy.RunAsync(call, inner, token);
        }

        return next(cancellationToken);
    }

    public IAsyncEnumerable<T> StreamAsync<T>(ModelCall call, Func<CancellationToken, IAsyncEnumerable<T>> endpoint, CancellationToken cancellationToken)
    {
        var next = endpoint;
        for (var i = policies.Length - 1; i >= 0; i--)
        {
            var (policy, inner) = (policies[i], next);
            next = token => policy.StreamAsync(call, inner, token);
        }

        return next(cancellationToken);
    }
}
