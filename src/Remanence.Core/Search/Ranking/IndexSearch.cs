namespace Remanence.Search.Ranking;

/// <summary>Searches an index.</summary>
internal static class IndexSearch
{
    /// <summary>Searches; nobody writes to the index meanwhile.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">The question.</param>
    /// <param name="options">What search is made of.</param>
    /// <param name="given">Scores from elsewhere, for an index of candidates.</param>
    /// <returns>Null when the question is in another external space than the index, which may change at any time: to be read anew.</returns>
    public static RankedMemory[]? Search(this WorkspaceIndex index, SearchQuery query, SearchOptions options, GivenScores? given = null) => index.Read(
        (query, options, given),
        static (index, asked) => asked.given is null && asked.query.External is { } external && external.Space != index.ExternalSpace
            ? null
            : new Ranker(index, asked.query, asked.options, asked.given).Rank());
}
