namespace Remanence.Search;

/// <summary>
/// What search is made of and how much each part counts. The defaults were chosen on the development data only; <c>remanence eval retrieval
/// --ablations</c> shows what each part does.
/// </summary>
public sealed record SearchOptions
{
    /// <summary>BM25 over terms. Default on.</summary>
    public bool Lexical { get; init; } = true;

    /// <summary>Cosine of embeddings. Default on.</summary>
    public bool Vector { get; init; } = true;

    /// <summary>Scores that flow between neighbouring messages and from their session. Default on.</summary>
    public bool Context { get; init; } = true;

    /// <summary>Time expressions of the query. Default on.</summary>
    public bool Time { get; init; } = true;

    /// <summary>Names in the query, and who said what. Default on.</summary>
    public bool People { get; init; } = true;

    /// <summary>Memory that all indexes together may take before the least used are dropped, in MiB; they are rebuilt when asked for. Default 1024.</summary>
    public int MemoryMegabytes { get; init; } = 1024;

    /// <summary>The weights; not a promise, so not public.</summary>
    internal RankingWeights Weights { get; init; } = new();
}
