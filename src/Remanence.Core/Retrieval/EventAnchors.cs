using System.Globalization;
using Remanence.Memories;
using Remanence.Search;
using Remanence.Search.Engine;
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

    /// <param name="searched">Where to search.</param>
    /// <param name="clause">What the question says.</param>
    /// <param name="happened">The event's words, read as a question.</param>
    /// <param name="options">How the engine searches.</param>
    /// <param name="zone">The asker's zone, for the date that an explanation shows.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Null when no memory tells of the event.</returns>
    public static async ValueTask<QueryTime?> FindAsync(
        ISearchable searched, EventClause clause, SearchQuery happened, SearchOptions options, TimeSpan zone, CancellationToken cancellationToken)
    {
        if (TimeOf(happened, await RankedAsync(searched, happened, options with { Context = false }, cancellationToken)) is not { } time)
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
    public static SearchQuery Asked(SearchQuery question, string text, IReadOnlyList<QueryTime> times, IReadOnlyList<QueryTerm> terms, float[] vector) => new()
    {
        Text = text,
        Terms = terms,
        Vector = vector,
        Times = times,
        Scope = question.Scope,
        Filter = question.Filter,
        AnyStatus = question.AnyStatus,
        AsOf = question.AsOf,
        TopK = Candidates,
    };

    // The words are asked first: meaning has every vector read, and is not sure enough to outdo them.
    private static async ValueTask<RankedMemory[]> RankedAsync(
        ISearchable searched, SearchQuery happened, SearchOptions options, CancellationToken cancellationToken)
    {
        var byWords = options.Lexical ? await searched.SearchAsync(happened with { LeastShared = WordsShared }, options, cancellationToken) ?? [] : [];
        if (byWords.Length > 0 || !options.Vector)
        {
            return byWords;
        }

        var byMeaning = await searched.SearchAsync(happened with { Explain = true }, options with { Lexical = false }, cancellationToken) ?? [];
        return [.. byMeaning.Where(result => result.Details!.Cosine >= Closeness)];
    }

    // The best one that was when the question says the event was.
    private static TimeInterval? TimeOf(SearchQuery happened, RankedMemory[] ranked)
    {
        foreach (var result in ranked)
        {
            foreach (var time in result.Times)
            {
                if (happened.Times.Count == 0 || happened.Times.Any(named => Overlaps(time, named.Interval)))
                {
                    return time;
                }
            }
        }

        return null;
    }

    // A moment, too, is inside of what holds it.
    private static bool Overlaps(TimeInterval time, TimeInterval named) =>
        time.Overlaps(named) || (time.Start >= named.Start && time.Start < named.End);

    private static string Date(TimeInterval time, TimeSpan zone)
    {
        var local = new DateTime(Math.Clamp(time.Start.UtcTicks + zone.Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        return local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
