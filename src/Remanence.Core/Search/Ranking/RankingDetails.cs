namespace Remanence.Search.Ranking;

/// <summary>Where a score comes from.</summary>
/// <param name="Components">What each part added.</param>
/// <param name="MatchedTerms">Words of the query that the memory holds, as the query has them.</param>
/// <param name="Match">How far the memory answers by itself, 0 to 1.</param>
/// <param name="Cosine">Similarity of its best passage, −1 to 1.</param>
/// <param name="MatchedTimes">Times of the query that the memory's time overlaps.</param>
/// <param name="Space">The external space of the similarity; null: the built-in one.</param>
internal sealed record RankingDetails(
    IReadOnlyDictionary<string, double> Components,
    IReadOnlyList<string> MatchedTerms,
    double Match,
    double Cosine,
    IReadOnlyList<string> MatchedTimes,
    string? Space);
