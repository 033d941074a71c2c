using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>retrieve_memory</c>: the memories about people that answer the question. More than are asked for, so that what follows can choose. MemoryScope's three of
/// this kind bound observations, insights and what does not hold any more each for itself; two of them give all of a person where nothing is asked.
/// </summary>
internal sealed class RetrievePersonOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "top_k",
        20,
        1,
        ServiceLimits.MaxTopK,
        "At least so many are looked at.");

    public static readonly OperatorParameter<string> RecallKey = OperatorParameter.Text(
        "recall_key",
        "query",
        description: "The field whose text is searched for.");

    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number("threshold_score", 0, 0, 1, "The least score; 0: none.");

    public static readonly OperatorParameter<long?> ObservationTopK = Bound("retrieve_obs_top_k", "observations");

    public static readonly OperatorParameter<long?> InsightTopK = Bound("retrieve_ins_top_k", "insights");

    public static readonly OperatorParameter<long?> ExpiredTopK = OperatorParameter.OptionalWholeNumber(
        "retrieve_expired_top_k", 0, ServiceLimits.MaxTopK, "At most so many memories that do not hold any more; none when it is not said.");

    private static readonly string[] Observations = [MemoryKinds.Observation, MemoryKinds.Event];
    private static readonly string[] Insights = [MemoryKinds.Insight, MemoryKinds.Profile];
    private static readonly string[] Said = [MemoryKinds.Message];
    private static readonly MemoryFilter Gone = new MemoryFilter.Status([MemoryStatus.Superseded, MemoryStatus.Expired]);
    private static readonly MemoryFilter Held = new MemoryFilter.Status([MemoryStatus.Active]);

    private readonly string _key;
    private readonly int _topK;
    private readonly double _threshold;
    private readonly bool _mayList;
    private readonly (long? Observations, long? Insights, long Expired) _bounds;

    private RetrievePersonOperator(OperatorSetup setup, (long? Observations, long? Insights, long Expired) bounds, bool mayList)
        : base(setup)
    {
        (_key, _topK, _threshold, _mayList) = (setup.Get(RecallKey), setup.Get(TopK), setup.Get(Threshold), mayList);
        _bounds = (setup.Get(ObservationTopK) ?? bounds.Observations, setup.Get(InsightTopK) ?? bounds.Insights, setup.Get(ExpiredTopK) ?? bounds.Expired);
    }

    public static IReadOnlyList<OperatorParameter> Parameters { get; } = [TopK, RecallKey, Threshold, ObservationTopK, InsightTopK, ExpiredTopK];

    public override OperatorSlots Slots { get; } =
        new()
        {
            Required = [PersonSlots.Question],
            Optional = [PersonSlots.TopK, PersonSlots.AskedAt],
            Writes = [PersonSlots.Recalled],
        };

    public static RetrievePersonOperator OfAnswers(OperatorSetup setup) => new(setup, (null, null, 0), mayList: false);

    public static RetrievePersonOperator OfObservationsAndInsights(OperatorSetup setup) => new(setup, (100, 100, 0), mayList: false);

    public static RetrievePersonOperator OfTop(OperatorSetup setup) => new(setup, (100, 100, 100), mayList: true);

    public static RetrievePersonOperator OfAll(OperatorSetup setup) => new(setup, (1_000, 1_000, 1_000), mayList: true);

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var asked = context.GetOr(PersonSlots.TopK, null);
        if (asked is < 1 or > ServiceLimits.MaxTopK)
        {
            throw new InvalidRequestException("top_k", $"top_k is {asked}; use 1 to {ServiceLimits.MaxTopK}.");
        }

        var question = RecallKeys.Read(context, _key, context.Get(PersonSlots.Question), mayBeEmpty: _mayList);
        var found = new List<ScoredMemory>();
        foreach (var (kinds, filter, topK) in Groups(Math.Clamp((asked ?? 0) * 2, _topK, ServiceLimits.MaxTopK)))
        {
            found.AddRange(
                question.Length == 0
                    ? await NewestAsync(context, kinds, filter, topK, cancellationToken)
                    : await FindAsync(context, question, kinds, filter, topK, cancellationToken));
        }

        // Where nothing was made of the messages yet, they answer themselves.
        if (found.Count == 0 && question.Length > 0)
        {
            found.AddRange(await FindAsync(context, question, Said, filter: null, _topK, cancellationToken));
        }

        context.Set(
            PersonSlots.Recalled,
            [.. found.OrderByDescending(memory => memory.Score).DistinctBy(memory => memory.Memory.Content, StringComparer.Ordinal)]);
        MarkMode(context, inferred: false);
    }

    private static OperatorParameter<long?> Bound(string name, string what) => OperatorParameter.OptionalWholeNumber(
        name, 0, ServiceLimits.MaxTopK, $"At most so many {what}, looked for by themselves; together with the others as top_k says when it is not said.");

    // What has no bound of its own is looked for together.
    private IEnumerable<(string[] Kinds, MemoryFilter? Filter, int TopK)> Groups(int together)
    {
        string[] free = [.. _bounds.Observations is null ? Observations : [], .. _bounds.Insights is null ? Insights : []];
        return new (string[] Kinds, MemoryFilter? Filter, long TopK)[]
        {
            (free, null, free.Length == 0 ? 0 : together),
            (Observations, null, _bounds.Observations ?? 0),
            (Insights, null, _bounds.Insights ?? 0),
            ([.. Observations, .. Insights], Gone, _bounds.Expired),
        }.Where(group => group.TopK > 0).Select(group => (group.Kinds, group.Filter, (int)group.TopK));
    }

    private async Task<IEnumerable<ScoredMemory>> FindAsync(
        FlowContext context,
        string question,
        string[] kinds,
        MemoryFilter? filter,
        int topK,
        CancellationToken cancellationToken)
    {
        var at = context.TryGet(PersonSlots.AskedAt, out var moment) ? moment : context.Now;
        var found = await Memories.SearchAsync(
            context.Scope,
            question,
            topK,
            kinds,
            cancellationToken,
            at,
            filter,
            lack => MarkDegraded(context, "search", lack));
        return found.Where(memory => memory.Score >= _threshold);
    }

    private async Task<IEnumerable<ScoredMemory>> NewestAsync(
        FlowContext context,
        string[] kinds,
        MemoryFilter? filter,
        int topK,
        CancellationToken cancellationToken)
    {
        var all = await Memories
            .ListAsync(context.Scope, new MemoryFilter.And([new MemoryFilter.Kind(kinds), filter ?? Held]), cancellationToken)
            .ToListAsync(cancellationToken);
        return all.OrderByDescending(memory => memory.ObservedAt).Take(topK).Select(memory => new ScoredMemory(memory, 0));
    }
}
