using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Search.Engine;
using Remanence.Search.Ranking;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Search.Sources;

/// <summary>
/// A workspace whose candidates a source names. They are read from the store together with what was said around them, laid out in a small index of their own,
/// and ranked there as all memories are ranked elsewhere, with the source's scores in the place of the index's.
/// </summary>
internal sealed class SourceSearchable(
    MemoryStore store, CandidateSource source, int candidates, MemoryAnalyzer analyzer, EmbeddingSpace? space, string? lack) : ISearchable
{
    private const int Widening = 4;

    public EmbeddingSpace? ExternalSpace => space;

    public string? Lack => lack;

    public async ValueTask<RankedMemory[]?> SearchAsync(SearchQuery query, SearchOptions options, CancellationToken cancellationToken)
    {
        if (query.External is { } external && external.Space != space)
        {
            return null;
        }

        var question = QuestionOf(query, options);
        var named = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        var memories = new Dictionary<string, Memory>(StringComparer.Ordinal);
        for (var limit = Math.Max(candidates, query.TopK); ; limit = (int)Math.Min((long)limit * Widening, int.MaxValue))
        {
            var before = named.Count;
            var hasMore = await NameAsync(question with { Limit = limit }, named, memories, cancellationToken);
            if (query.Times.Count > 0)
            {
                await NameAsync(question with { Limit = candidates, Filter = ThenOf(query, question.Filter) }, named, memories, cancellationToken);
            }

            // Those that a source's filter let through and the memory itself does not leave a place free; a source that has more and names nothing new is done
            // all the same.
            if (!hasMore || named.Count == before || memories.Values.Count(memory => Admits(question, memory)) >= query.TopK)
            {
                break;
            }
        }

        if (options.Context)
        {
            await new Surroundings(store, query.Scope).AddAsync(memories, cancellationToken);
        }

        // In the order in which they came to be, so that conversations are laid out as they were held.
        Memory[] ordered = [.. memories.Values.OrderBy(memory => memory.RecordedAt).ThenBy(memory => memory.ObservedAt)];
        var index = new WorkspaceIndex(analyzer.Dimensions, generation: 0);
        index.Apply(analyzer.Analyze(ordered, cancellationToken), [], [], sequence: 0);
        return Ranker.Search(index, query, options, new GivenScores(named, query.External is not null));
    }

    // What it names, and what of that the store still has.
    private async Task<bool> NameAsync(
        CandidateQuery question, Dictionary<string, Candidate> named, Dictionary<string, Memory> memories, CancellationToken cancellationToken)
    {
        var result = await source.FindAsync(question, cancellationToken);
        string[] unknown = [.. result.Candidates.Select(candidate => candidate.Id).Where(id => !named.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        foreach (var candidate in result.Candidates)
        {
            named[candidate.Id] = named.TryGetValue(candidate.Id, out var known)
                ? known with { Lexical = known.Lexical ?? candidate.Lexical, Cosine = known.Cosine ?? candidate.Cosine }
                : candidate;
        }

        foreach (var chunk in unknown.Chunk(StoreArguments.MaxLimit))
        {
            foreach (var memory in await store.GetAsync(question.Scope.Workspace, chunk, cancellationToken))
            {
                if (!SearchIndexes.IsHidden(memory))
                {
                    memories[memory.Id] = memory;
                }
            }
        }

        return result.HasMore;
    }

    private CandidateQuery QuestionOf(SearchQuery query, SearchOptions options) => new()
    {
        Scope = query.Scope,
        Filter = FilterOf(query),
        Text = options.Lexical ? query.Text : "",
        Terms = options.Lexical ? [.. query.Terms.Select(term => new WeightedTerm(term.Term, term.Weight))] : [],
        Vector = !options.Vector ? default
            : space is null ? (query.Vector.AsSpan().ContainsAnyExcept(0f) ? query.Vector : default)
            : query.External?.Vector ?? default(ReadOnlyMemory<float>),
        Limit = candidates,
    };

    private static bool Admits(CandidateQuery question, Memory memory) => question.Scope.Sees(memory.Scope) && (question.Filter?.Matches(memory) ?? true);

    private static MemoryFilter.And? FilterOf(SearchQuery query)
    {
        var parts = new List<MemoryFilter>();
        if (query.Filter is { } filter)
        {
            parts.Add(filter);
        }

        if (query.Kinds is { } kinds)
        {
            parts.Add(new MemoryFilter.Kind(kinds));
        }

        if (query.AsOf is { } asOf)
        {
            parts.Add(new MemoryFilter.ValidAt(asOf));
        }
        else if (!query.AnyStatus)
        {
            parts.Add(new MemoryFilter.Status([MemoryStatus.Active]));
        }

        return parts.Count == 0 ? null : new MemoryFilter.And(parts);
    }

    // What was said at a time that the question names, or speaks of it, is recalled though it shares little else with the question.
    private static MemoryFilter.And ThenOf(SearchQuery query, MemoryFilter? filter)
    {
        var then = new MemoryFilter.Or(
        [
            .. query.Times.Select(time => new MemoryFilter.Time(MemoryTimeField.Observed, time.Interval.Start, time.Interval.End)),
            .. query.Times.Select(time => new MemoryFilter.Time(MemoryTimeField.Event, time.Interval.Start, time.Interval.End)),
        ]);
        return new MemoryFilter.And(filter is null ? [then] : [filter, then]);
    }
}
