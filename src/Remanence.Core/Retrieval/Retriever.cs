using Remanence.Diagnostics;
using Remanence.Embeddings;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Search;
using Remanence.Search.Engine;
using Remanence.Search.Ranking;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;

namespace Remanence.Retrieval;

/// <summary>The life of a read: checked, understood, ranked in memory, read from the store, rendered within the token budget.</summary>
internal sealed class Retriever(
    MemoryStore store,
    IMemorySearch search,
    QueryReader reader,
    QueryEmbedder embedder,
    EmbeddingUpkeep upkeep,
    ResultReranker? reranker,
    SearchOptions options,
    TimeProvider time)
{
    // A workspace switches spaces once in a long while; to meet two switches in one search is to be answered by the built-in space.
    private const int Readings = 3;

    private const string Damaged = "The store is damaged: what cannot be read in it is not found.";

    public async Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken)
    {
        RequestRules.Check(workspace, request);
        using var activity = Telemetry.Start("retrieve");
        var started = time.GetTimestamp();
        try
        {
            var (results, note, lack) = await AnswerAsync(workspace, request, cancellationToken);
            var elapsed = time.GetElapsedTime(started);
            EngineTelemetry.RetrieveDuration.Record(elapsed.TotalSeconds);
            EngineTelemetry.RetrieveResults.Record(results.Count);
            return new RetrieveResult
            {
                Results = results,
                TookMs = Math.Round(elapsed.TotalMilliseconds, 3),
                Mode = Modes.Verbatim,
                Note = note,
                Degraded = lack,
            };
        }
        catch (Exception exception)
        {
            Telemetry.Fail(activity, exception);
            throw;
        }
    }

    private async Task<(IReadOnlyList<RetrievedMemory> Results, string? Note, string? Lack)> AnswerAsync(
        string workspace, RetrieveRequest request, CancellationToken cancellationToken)
    {
        var wide = reranker is null ? request : request with { TopK = reranker.Candidates(request.TopK) };
        var (ranked, lack) = await RankAsync(workspace, wide, cancellationToken);
        IReadOnlyList<RetrievedMemory> memories = await ReadAsync(workspace, ranked, cancellationToken);
        if (reranker is not null)
        {
            (memories, var unordered) = await reranker.OrderAsync(request.Query, memories, cancellationToken);
            memories = [.. memories.Take(request.TopK)];
            lack ??= unordered;
        }

        var (kept, note) = TokenBudget.Fit(memories, request.MaxTokens, request.Query);
        return (kept, note, store.Damage is null ? lack : Damaged);
    }

    private async Task<(RankedMemory[] Ranked, string? Lack)> RankAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken)
    {
        await upkeep.NoticeAsync(workspace, cancellationToken);
        for (var reading = 1; ; reading++)
        {
            var searched = await search.OpenAsync(workspace, cancellationToken);
            var embedding = options.Vector && reading < Readings
                ? await embedder.EmbedAsync(searched.ExternalSpace, request.Query, cancellationToken)
                : QueryEmbedding.BuiltIn;
            var external = embedding.Space is null ? null : new SpaceVector(embedding.Space, embedding.Vector);
            var query = await reader.ReadAsync(workspace, request, external, searched, time.GetUtcNow(), cancellationToken);
            if (await searched.SearchAsync(query, options, cancellationToken) is { } ranked)
            {
                return (ranked, searched.Lack is null || embedding.Lack is null ? searched.Lack ?? embedding.Lack : $"{searched.Lack} {embedding.Lack}");
            }
        }
    }

    private async Task<List<RetrievedMemory>> ReadAsync(string workspace, RankedMemory[] ranked, CancellationToken cancellationToken)
    {
        if (ranked.Length == 0)
        {
            return [];
        }

        var memories = await GetAsync(workspace, [.. ranked.Select(result => result.Id)], cancellationToken);
        var byId = memories.ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        var results = new List<RetrievedMemory>(ranked.Length);
        foreach (var result in ranked)
        {
            // One that was deleted between the ranking and here is gone.
            if (byId.TryGetValue(result.Id, out var memory))
            {
                results.Add(new RetrievedMemory
                {
                    Memory = MemoryDocument.From(memory),
                    Score = Math.Round(result.Score, 6),
                    Explanation = result.Details is null ? null : ExplanationWriter.Write(result.Details),
                });
            }
        }

        return results;
    }

    // Of a damaged store, those that can be read.
    private async Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            return await store.GetAsync(workspace, ids, cancellationToken);
        }
        catch (StoreDamagedException) when (ids.Count > 1)
        {
            var readable = new List<Memory>(ids.Count);
            foreach (var id in ids)
            {
                readable.AddRange(await GetAsync(workspace, [id], cancellationToken));
            }

            return readable;
        }
        catch (StoreDamagedException)
        {
            return [];
        }
    }
}
