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
        if (TimeOf(index, happened, Ranked(index, happened, options with { Context = false })) is not { } time)
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
    public static SearchQuery Asked(SearchQuery question, IReadOnlyList<QueryTime> times, IReadOnlyList<QueryTerm> terms, float[] vector) => new()
    {
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
    private static RankedMemory[] Ranked(WorkspaceIndex index, SearchQuery happened, SearchOptions options)
    {
        var byWords = options.Lexical ? index.Search(happened with { LeastShared = WordsShared }, options) ?? [] : [];
        return byWords.Length > 0 || !options.Vector
            ? byWords
            : [.. (index.Search(happened with { Explain = true }, options with { Lexical = false }) ?? []).Where(result => result.Details!.Cosine >= Closeness)];
    }

    // The best one that was when the question says the event was.
    private static TimeInterval? TimeOf(WorkspaceIndex index, SearchQuery happened, RankedMemory[] ranked)
    {
        foreach (var result in ranked)
        {
            if (index.TimeOf(result.Id) is { } time && (happened.Times.Count == 0 || happened.Times.Any(named => Overlaps(time, named.Interval))))
            {
                return time;
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
