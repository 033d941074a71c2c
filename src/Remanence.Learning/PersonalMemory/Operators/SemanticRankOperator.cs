using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Replies;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>semantic_rank</c>: the order that a model gives them, where it is asked for (<see cref="Enabled"/>), and else the order of the search. A model's failure
/// leaves that.
/// </summary>
internal sealed class SemanticRankOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> Enabled = OperatorParameter.Boolean(
        "enable_ranker",
        false,
        "Whether a model orders them: slower, and it costs a call.");

    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "output_memory_max_count",
        10,
        1,
        1_000,
        "So many are not worth a model's order.");

    private const int MaxShown = 500;
    private readonly Prompt _prompt;
    private readonly bool _asks;
    private readonly int _maxCount;

    public SemanticRankOperator(OperatorSetup setup)
        : base(setup, "semantic_rank")
    {
        _prompt = Model!.Prompt("rank", "query", "memories");
        _asks = setup.Get(Enabled) && Model.Client is not null;
        _maxCount = setup.Get(MaxCount);
    }

    public override OperatorSlots Slots { get; } = new() { Required = [PersonSlots.Question, PersonSlots.Recalled], Writes = [PersonSlots.Recalled] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var recalled = context.Get(PersonSlots.Recalled);
        if (!_asks || recalled.Count <= _maxCount)
        {
            return;
        }

        try
        {
            context.Set(PersonSlots.Recalled, await OrderAsync(context, recalled, cancellationToken));
            MarkMode(context, inferred: true);
        }
        catch (ModelException exception)
        {
            MarkDegraded(context, "semantic_rank", exception);
        }
    }

    private async Task<IReadOnlyList<ScoredMemory>> OrderAsync(FlowContext context, IReadOnlyList<ScoredMemory> recalled, CancellationToken cancellationToken)
    {
        var query = context.Get(PersonSlots.Question);
        var values = new PromptValues().Data("query", query)
            .Data("memories", string.Join('\n', recalled.Select((found, i) => $"[{i}] {ShortText.OneLine(found.Memory.Content, MaxShown)}")));
        var reply = await Model!.AskAsync(_prompt, PromptedModel.LanguageOf(context, query), values, PersonalMemoryJson.Default.RankReply, cancellationToken);

        // One that the model passed over has at most the least score it gave.
        var scores = reply.Rankings.Where(rank => rank.Index >= 0 && rank.Index < recalled.Count && double.IsFinite(rank.Score)).GroupBy(rank => rank.Index)
            .ToDictionary(group => group.Key, group => Math.Clamp(group.Last().Score, 0, 1));
        var least = scores.Values.DefaultIfEmpty(1).Min();
        return
        [
            .. recalled
                .Select((found, i) => found with { Score = scores.TryGetValue(i, out var score) ? score : Math.Min(least, found.Score) })
                .OrderByDescending(found => found.Score),
        ];
    }
}
