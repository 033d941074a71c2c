using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Services;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>recall_vector_store</c>: the memories that answer the query.</summary>
internal sealed class RecallOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<string> RecallKey = OperatorParameter.Text(
        "recall_key",
        "query",
        description: "The field whose text is searched for.");

    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "threshold_score",
        0,
        0,
        description: "The least match, 0 to 1; 0: none.");

    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "top_k",
        3,
        1,
        ServiceLimits.MaxTopK,
        "At most so many memories when the call does not say.");

    public static readonly OperatorParameter<IReadOnlyList<string>> Kinds =
        OperatorParameter.Texts("kinds", [MemoryKinds.Task], "The kinds of memory that are searched; an empty list: all.");

    private readonly string _key = setup.Get(RecallKey);
    private readonly double _threshold = setup.Get(Threshold);
    private readonly int _topK = setup.Get(TopK);
    private readonly IReadOnlyList<string>? _kinds = setup.Get(Kinds) is { Count: > 0 } kinds ? kinds : null;

    public override OperatorSlots Slots { get; } =
        new() { Required = [BaseSlots.Query], Optional = [TaskSlots.TopK], Writes = [TaskSlots.Recalled], Fields = [setup.Get(RecallKey)] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var query = RecallKeys.Read(context, _key, context.Get(BaseSlots.Query));
        var topK = context.GetOr(TaskSlots.TopK, null) ?? _topK;
        if (topK is < 1 or > ServiceLimits.MaxTopK)
        {
            throw new InvalidRequestException("top_k", $"top_k is {topK}; use 1 to {ServiceLimits.MaxTopK}.");
        }

        // More than asked for, so that there are enough when equal texts are taken out.
        var found = await Memories.SearchAsync(
            context.Scope,
            query,
            Math.Min(topK * 2, ServiceLimits.MaxTopK),
            _kinds,
            cancellationToken,
            lacking: lack => MarkDegraded(context, "search", lack));

        // Callers take a score for a similarity, by which what has nothing to do with the query can be told; the order is the search's.
        var recalled = found.DistinctBy(memory => memory.Memory.Content, StringComparer.Ordinal)
            .Where(memory => _threshold <= 0 || memory.Match >= _threshold)
            .Select(memory => memory with { Score = memory.Match })
            .Take(topK).ToList();
        context.Set(TaskSlots.Recalled, recalled);
        SetMemoryList(context, recalled);
        MarkMode(context, inferred: false);
    }
}
