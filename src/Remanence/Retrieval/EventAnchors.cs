using System.Globalization;
using Remanence.Memories;
using Remanence.Search;
using Remanence.Search.Ranking;

namespace Remanence.Retrieval;

/// <summary>
/// Finds the memory of the event by which a question names its time, with a search for the event's own words in what the asker may see, and makes a time of it.
/// </summary>
internal static class EventAnchors
{
    private const int Candidates = 5;

    // Of the event's words of substance so many must be the memory's, or its meaning so close; a time set by a wrong memory is worse than none.
    private const double WordsShared = 0.65;
    private const double Closeness = 0.6;

    /// <param name="index">Where to search.</param>
    /// <param name="clause">What the question says.</param>
    /// <param name="happened">The event's words, read as a question.</param>
    /// <param name="options">How the engine searches.</param>
    /// <param name="zone">The asker's zone, for the date that an explanation shows.</param>
    /// <returns>Null when no memory tells of the event.</returns>
    public static QueryTime? Find(WorkspaceIndex index, EventClause clause, SearchQuery happened, SearchOptions options, TimeSpan zone)
    {
        var ranked = index.Search(happened, options with { Context = false, Time = false }) ?? [];
        if (ranked.FirstOrDefault(result => TellsOf(result, happened)) is not { } anchor || index.TimeOf(anchor.Id) is not { } time)
        {
            return null;
        }

        var interval = clause.Side switch
        {
            EventSide.Before => new TimeInterval(DateTimeOffset.MinValue, time.Start),
            EventSide.Until => new TimeInterval(DateTimeOffset.MinValue, time.End),
            EventSide.Since => new TimeInterval(time.Start, DateTimeOffset.MaxValue),
            _ => new TimeInterval(time.End, DateTimeOffset.MaxValue),
        };
        return interval.Start >= interval.End ? null : new QueryTime($"{clause.Text} ({Date(time, zone)})", interval);
    }

    /// <summary>The event's words as a question of their own.</summary>
    public static SearchQuery Asked(SearchQuery question, IReadOnlyList<QueryTerm> terms, float[] vector) => new()
    {
        Terms = terms,
        Vector = vector,
        Scope = question.Scope,
        Allowed = question.Allowed,
        AnyStatus = question.AnyStatus,
        AsOf = question.AsOf,
        TopK = Candidates,
        Explain = true,
    };

    private static bool TellsOf(RankedMemory result, SearchQuery happened)
    {
        var (all, shared) = (0, 0);
        foreach (var term in happened.Terms)
        {
            if (term.Weight >= 1)
            {
                all++;
                shared += result.Details!.MatchedTerms.Contains(term.Term, StringComparer.Ordinal) ? 1 : 0;
            }
        }

        return (all > 0 && shared >= all * WordsShared) || result.Details!.Cosine >= Closeness;
    }

    private static string Date(TimeInterval time, TimeSpan zone)
    {
        var local = new DateTime(Math.Clamp(time.Start.UtcTicks + zone.Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        return local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
