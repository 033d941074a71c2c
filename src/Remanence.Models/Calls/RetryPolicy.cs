using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>
/// Tries a transient failure again, with exponential back-off and jitter, or after what the endpoint asks for; a stream only until its first piece was
/// handed on. Attempts and waits together end within the profile's total time; a wait that does not fit into what is left of it is not begun. Thread-safe.
/// </summary>
internal sealed class RetryPolicy : CallPolicy
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly ResiliencePropertyKey<Progress> ProgressKey = new("remanence.progress");
    private readonly ModelProfile _profile;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public RetryPolicy(ModelProfile profile, TimeProvider time, ILogger logger)
    {
        _profile = profile;
        _time = time;
        _logger = logger;
        _pipeline = profile.MaxRetries == 0
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(Options()).Build();
    }

    public override async Task<T> RunAsync<T>(ModelCall call, Func<CancellationToken, Task<T>> next, CancellationToken cancellationToken)
    {
        using var progress = new Progress(_profile, _time, cancellationToken);
        return await TryAsync(progress, next, cancellationToken);
    }

    public override async IAsyncEnumerable<T> StreamAsync<T>(
        ModelCall call, Func<CancellationToken, IAsyncEnumerable<T>> next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var progress = new Progress(_profile, _time, cancellationToken);
        var (items, more) = await TryAsync(progress, token => OpenAsync(next, token), cancellationToken);
        await using (items)
        {
            while (more)
            {
                yield return items.Current;
                more = await progress.WithinTimeAsync(items.MoveNextAsync(), cancellationToken);
            }
        }
    }

    private static async Task<(IAsyncEnumerator<T> Items, bool More)> OpenAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> next,
        CancellationToken cancellationToken)
    {
        var items = next(cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (items, await items.MoveNextAsync());
        }
        catch
        {
            await items.DisposeAsync();
            throw;
        }
    }

    private async Task<T> TryAsync<T>(Progress progress, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(progress.Token);
        context.Properties.Set(ProgressKey, progress);
        try
        {
            var run = _pipeline.ExecuteAsync(
                static async (context, attempt) =>
                {
                    context.Properties.GetValue(ProgressKey, null!).Attempts++;
                    return await attempt(context.CancellationToken);
                },
                context,
                attempt);
            return await progress.WithinTimeAsync(run, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryStrategyOptions Options() => new()
    {
        MaxRetryAttempts = _profile.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstDelay,
        MaxDelay = LongestDelay,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is ModelException { IsTransient: true, InnerException: not CircuitOpenException } failure
            && !(failure.RetryAfter >= arguments.Context.Properties.GetValue(ProgressKey, null!).Left)),
        DelayGenerator = static arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is ModelException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : (TimeSpan?)null),
        OnRetry = arguments =>
        {
            var progress = arguments.Context.Properties.GetValue(ProgressKey, null!);
            progress.Last = arguments.Outcome.Exception;
            if (arguments.Outcome.Exception is ModelException failure)
            {
                ModelLog.Retry(_logger, _profile.Name, progress.Attempts, failure.Failure, arguments.RetryDelay.TotalSeconds);
            }

            return default;
        },
    };

    /// <summary>One call's total time and how far it has come.</summary>
    private sealed class Progress : IDisposable
    {
        private readonly ModelProfile _profile;
        private readonly TimeProvider _time;
        private readonly long _started;
        private readonly CancellationTokenSource _limit;
        private readonly CancellationTokenSource _linked;

        public Progress(ModelProfile profile, TimeProvider time, CancellationToken cancellationToken)
        {
            _profile = profile;
            _time = time;
            _started = time.GetTimestamp();
            _limit = new CancellationTokenSource(profile.TotalTimeout, time);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _limit.Token);
        }

        public int Attempts { get; set; }

        public Exception? Last { get; set; }

        public CancellationToken Token => _linked.Token;

        public TimeSpan Left => _profile.TotalTimeout - _time.GetElapsedTime(_started);

        /// <summary>Awaits the work; a cancellation that the caller did not ask for is the total time's end.</summary>
        public async ValueTask<T> WithinTimeAsync<T>(ValueTask<T> work, CancellationToken cancellationToken)
        {
            try
            {
                return await work;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The token that the caller knows, not the linked one.
                throw new OperationCanceledException(cancellationToken);
            }
            catch (OperationCanceledException exception)
            {
                var before = Last is ModelException last ? $"; the attempt before ended as {last.Failure}" : string.Empty;
                throw new ModelException(
                    ModelFailure.TimedOut,
                    $"{_profile.Name}: no end of the answer within {_profile.TotalTimeout.TotalSeconds:0.#} s in {Attempts} "
                    + $"{(Attempts == 1 ? "attempt" : "attempts")}{before}.",
                    _profile.Name,
                    innerException: Last ?? exception);
            }
        }

        public void Dispose()
        {
            _linked.Dispose();
            _limit.Dispose();
        }
    }
}
