namespace Remanence.Search.Ranking;

/// <summary>
/// How far a memory answers a question by itself, 0 to 1, whatever else there is: a score is relative to the best of its answer, and that may be nothing.
/// </summary>
internal static class MatchScale
{
    // Of texts that have nothing in common, few are nearer than this; of those that say the same in other words, few are further than that.
    private const float Unrelated = 0.25f;
    private const float Same = 0.55f;

    /// <param name="query">The question.</param>
    /// <param name="held">Those of its terms that the memory holds.</param>
    /// <param name="cosine">How near their meanings are, in the built-in space's spread.</param>
    public static float Of(SearchQuery query, IReadOnlyCollection<QueryTerm> held, float cosine)
    {
        var meaning = Math.Clamp((cosine - Unrelated) / (Same - Unrelated), 0, 1);

        // One word of two is far less than half: what was asked about may be the other one.
        var words = Share(query.Terms, held);
        return 1 - ((1 - meaning) * (1 - (words * words)));
    }

    // Of the words that say something, where there are any.
    private static float Share(IReadOnlyCollection<QueryTerm> asked, IReadOnlyCollection<QueryTerm> held)
    {
        var telling = asked.Count(term => term.Weight >= 1);
        return telling > 0 ? held.Count(term => term.Weight >= 1) / (float)telling : held.Count / (float)Math.Max(1, asked.Count);
    }
}
