namespace Remanence.Services;

/// <summary>Where a result's score comes from.</summary>
public sealed record Explanation
{
    /// <summary>What each part added; they sum to the score.</summary>
    public required IReadOnlyDictionary<string, double> Components { get; init; }

    /// <summary>Words of the query found in the memory, as the query has them.</summary>
    public required IReadOnlyList<string> MatchedTerms { get; init; }

    /// <summary>
    /// How far the memory answers the query by itself, 0 (nothing in common) to 1, by words and meaning alone: to be compared between answers, which scores are
    /// not. Null: not known.
    /// </summary>
    public double? Match { get; init; }

    /// <summary>Cosine of query and memory in the embedding space, -1 to 1; null when there is no vector.</summary>
    public double? Similarity { get; init; }

    /// <summary>The model whose embedding space <see cref="Similarity"/> is of; null: the built-in one's.</summary>
    public string? EmbeddingSpace { get; init; }

    /// <summary>Time expressions of the query that the memory's time overlaps.</summary>
    public IReadOnlyList<string> MatchedTimes { get; init; } = [];

    /// <summary>Why it was kept, in one sentence.</summary>
    public required string Reason { get; init; }
}
