using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.Services;
using Remanence.TaskMemory.Lessons;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>rerank_memory</c>: the order that a model gives them, and only the order; a failure leaves it as it was.</summary>
internal sealed class RerankOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> EnableModel = OperatorParameter.Boolean("enable_llm_rerank", true, "Whether a model orders the memories.");

    public static readonly OperatorParameter<bool> EnableFilter = OperatorParameter.Boolean(
        "enable_score_filter",
        false,
        "Whether memories of little worth are left out.");

    public static readonly OperatorParameter<double> MinScore = OperatorParameter.Number(
        "min_score_threshold",
        0.3,
        0,
        1,
        "The least worth that such a memory must have.");

    public static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber(
        "top_k",
        5,
        1,
        ServiceLimits.MaxTopK,
        "At most so many memories when the call does not say.");

    private const double Unjudged = 0.5;
    private const int MaxShown = 1_000;
    private readonly Prompt _prompt;
    private readonly bool _asks;
    private readonly bool _filters;
    private readonly double _minScore;
    private readonly int _topK;

    public RerankOperator(OperatorSetup setup)
        : base(setup, "rerank_memory")
    {
        _prompt = Model!.Prompt("rerank", "query", "candidates", "count");
        _asks = setup.Get(EnableModel) && Model.Client is not null;
        (_filters, _minScore, _topK) = (setup.Get(EnableFilter), setup.Get(MinScore), setup.Get(TopK));
    }

    public override OperatorSlots Slots { get; } =
        new() { Required = [BaseSlots.Query, TaskSlots.Recalled], Optional = [TaskSlots.TopK], Writes = [TaskSlots.Recalled] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var memories = context.Get(TaskSlots.Recalled);
        if (_asks && memories.Count > 1)
        {
            memories = await OrderAsync(context, memories, cancellationToken);
        }

        if (_filters)
        {
            memories = [.. memories.Where(found => Worth(found) >= _minScore)];
        }

        memories = [.. memories.Take(context.GetOr(TaskSlots.TopK, null) ?? _topK)];
        context.Set(TaskSlots.Recalled, memories);
        SetMemoryList(context, memories);
    }

    private async Task<IReadOnlyList<ScoredMemory>> OrderAsync(FlowContext context, IReadOnlyList<ScoredMemory> memories, CancellationToken cancellationToken)
    {
        try
        {
            var query = context.Get(BaseSlots.Query);
            var values = new PromptValues().Data("query", query).Data("candidates", List(memories)).Text("count", memories.Count.ToString());
            var reply = await Model!.AskAsync(_prompt, PromptedModel.LanguageOf(context, query), values, LessonJson.Default.RankingReply, cancellationToken);
            MarkMode(context, inferred: true);
            int[] order = [.. reply.RankedIndices.Where(index => index >= 0 && index < memories.Count).Concat(Enumerable.Range(0, memories.Count)).Distinct()];
            return [.. order.Select(index => memories[index])];
        }
        catch (ModelException exception)
        {
            MarkDegraded(context, "rerank_memory", exception);
            return memories;
        }
    }

    private static string List(IReadOnlyList<ScoredMemory> memories) => string.Join(
        "\n\n", memories.Select((found, i) => $"[{i}] {found.Memory.Trigger}\n{ShortText.Cut(found.Memory.Content, MaxShown)}"));

    // What was said of it when it was stored, not how near it is to this query.
    private static double Worth(ScoredMemory found) =>
        ((found.Memory.State?.Experience?.Confidence ?? Unjudged) + (found.Memory.Score ?? Unjudged)) / 2;
}
