using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.Search;
using Remanence.Search.Engine;
using Remanence.Services;
using Remanence.Stores.Filters;
using Remanence.Text.Folding;
using Remanence.Text.Time;
using Remanence.Text.Tokens;

namespace Remanence.Retrieval;

/// <summary>Reads a question: its terms and what each counts, its vector, the times that it names, by itself or by an event that a memory dates.</summary>
internal sealed class QueryReader(StaticEmbedder embedder, SearchOptions options)
{
    // More distinct terms than any question has; a pasted page is asked by its beginning.
    private const int MaxTerms = 256;

    public async ValueTask<SearchQuery> ReadAsync(
        string workspace, RetrieveRequest request, SpaceVector? external, ISearchable searched, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = request.Now ?? now;
        var named = options.Time ? TimeExpressions.Find(request.Query, asked) : [];
        var query = new SearchQuery
        {
            Text = request.Query,
            Terms = ReadTerms(request.Query),
            Vector = ReadVector(request.Query),
            External = external,
            Scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId),
            Kinds = request.Kinds,
            Filter = request.Filter,
            AnyStatus = NamesStatus(request.Filter),
            AsOf = request.AsOf,
            Times = Times(request.Query, named),
            AsksWhen = options.Time && WhenQuestions.IsAsked(request.Query),
            AsksAssistant = AssistantQuestions.IsAsked(request.Query),
            TopK = request.TopK,
            Explain = request.Explain,
        };
        return options.Time && EventClause.Find(request.Query, named) is { } clause
            && await AnchorAsync(query, request.Query, clause, searched, asked.Offset, cancellationToken) is { } time
            ? query with { Times = [.. Times(request.Query, named.Except(clause.Times)), time] }
            : query;
    }

    private ValueTask<QueryTime?> AnchorAsync(
        SearchQuery query, string text, EventClause clause, ISearchable searched, TimeSpan zone, CancellationToken cancellationToken)
    {
        var happened = EventAnchors.Asked(query, clause.Event, Times(text, clause.Times), ReadTerms(clause.Event), ReadVector(clause.Event));
        return EventAnchors.FindAsync(searched, clause, happened, options, zone, cancellationToken);
    }

    private static QueryTime[] Times(string query, IEnumerable<TimeMention> named) =>
        [.. named.SelectMany(AskedTurns.Of, (mention, interval) => new QueryTime(query.Substring(mention.Start, mention.Length), interval, mention.Recurring))];

    private float[] ReadVector(string text)
    {
        var vector = new float[embedder.Dimensions];
        embedder.Embed(CharacterForms.Plain(text), vector);
        return vector;
    }

    // Who filters by standing asks for what is not believed any more as well.
    private static bool NamesStatus(MemoryFilter? filter) => filter switch
    {
        MemoryFilter.Status => true,
        MemoryFilter.And and => and.Parts.Any(NamesStatus),
        MemoryFilter.Or or => or.Parts.Any(NamesStatus),
        MemoryFilter.Not not => NamesStatus(not.Part),
        _ => false,
    };

    private List<QueryTerm> ReadTerms(string query)
    {
        var places = new OrderedDictionary<string, List<Range>>(StringComparer.Ordinal);
        Tokenizer.Tokenize(query, term =>
        {
            var text = term.ToString();
            if (term.Kind != IndexTermKind.Part && (places.Count < MaxTerms || places.ContainsKey(text)))
            {
                places.TryAdd(text, []);
                places[text].Add(term.Start..term.End);
            }
        });
        return [.. places.Select(term => new QueryTerm(term.Key, StopWords.Contains(term.Key) ? options.Weights.StopWord : 1, term.Value))];
    }
}
