using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Remanence.Diagnostics;

namespace Remanence.Embeddings;

/// <summary>
/// Embeds questions in the space of the workspace that is asked, within a short time limit. Whatever goes wrong, the built-in space answers instead.
/// Thread-safe.
/// </summary>
internal sealed class QueryEmbedder(EmbedderOptions? options, TimeProvider time)
{
    // After so many failures in a row searches do not wait for the endpoint any more, until one may look again.
    private const int FailuresBeforePause = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly QueryCache _cache = new();
    private readonly ConcurrentDictionary<string, Outage> _outages = new(StringComparer.Ordinal);

    public async Task<QueryEmbedding> EmbedAsync(EmbeddingSpace? space, string query, CancellationToken cancellationToken)
    {
        // Who is configured back to the built-in embedder lacks nothing.
        if (options?.Wanted is null || (space is null && options.Target?.LastFailure is null))
        {
            return QueryEmbedding.BuiltIn;
        }

        var embedding =
            space is null
                ? QueryEmbedding.Without(
                    $"The embedder {options.Wanted} {options.Target!.LastFailure} and has not embedded these memories; the built-in one answers.")
            : options.Find(space) is { } embedder ? await AskAsync(embedder, space, query, cancellationToken)
            : QueryEmbedding.Without(
                $"The memories are embedded by {Printable.Line(space.Name)}, which is not configured any more; until {options.Wanted} has embedded them "
                + $"the built-in embedder answers.");
        if (embedding.Lack is not null)
        {
            EngineTelemetry.RetrieveFallbacks.Add(1);
        }

        return embedding;
    }

    private async Task<QueryEmbedding> AskAsync(ExternalEmbedder embedder, EmbeddingSpace space, string query, CancellationToken cancellationToken)
    {
        var key = Identifiers.From(space.Hash, query);
        if (_cache.Find(key) is { } known)
        {
            return new QueryEmbedding(space, known, null);
        }

        var outage = _outages.GetValueOrDefault(embedder.Name, Outage.None);
        if (outage.Failures >= FailuresBeforePause && time.GetElapsedTime(outage.Since) < Pause)
        {
            return QueryEmbedding.Without(
                $"The embedder {embedder.Name} has failed {FailuresBeforePause} times and is asked again within {Pause.TotalSeconds:0} s; the built-in one "
                + $"answers.");
        }

        try
        {
            using var limit = new CancellationTokenSource(options!.QueryTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var call = Task.Run(() => EmbeddingCall.AskAsync(embedder, [embedder.QueryPrefix + query], either.Token), either.Token);
            var vector = (await call.WaitAsync(either.Token))[0];
            if (vector.Length != space.Dimensions)
            {
                return QueryEmbedding.Without(
                    $"The embedder {embedder.Name} answers in {vector.Length} dimensions and the memories have {space.Dimensions}; the built-in one "
                    + $"answers until they are embedded anew.");
            }

            _outages.TryRemove(embedder.Name, out _);
            TensorPrimitives.Divide(vector, Math.Max(TensorPrimitives.Norm<float>(vector), 1e-12f), vector);
            _cache.Put(key, vector);
            return new QueryEmbedding(space, vector, null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _outages.AddOrUpdate(embedder.Name, _ => new Outage(1, time.GetTimestamp()), (_, before) => new Outage(before.Failures + 1, time.GetTimestamp()));
            var why = exception is OperationCanceledException ? $"gave no answer within {options!.QueryTimeout.TotalSeconds:0.###} s"
                : EmbeddingCall.Name(exception);
            return QueryEmbedding.Without($"The embedder {embedder.Name} {why}; the built-in one answers.");
        }
    }

    /// <summary>Failures in a row, and when the last one was.</summary>
    private readonly record struct Outage(int Failures, long Since)
    {
        public static Outage None => default;
    }
}
