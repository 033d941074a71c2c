using System.Globalization;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.PersonalMemory.Reflection;
using Remanence.PersonalMemory.Replies;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>update_insight</c>: draws from new observations what is known about each subject, old and new, and plans to keep it. A model writes the insights; without
/// one, attributes with several values are told in one.
/// </summary>
internal sealed class UpdateInsightOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "update_insight_max_count",
        20,
        1,
        1_000,
        "The most insights that one reflection writes.");

    public static readonly IReadOnlyList<OperatorParameter> OfOthers =
    [
        OperatorParameter.WithoutEffect("update_insight_threshold", "the model is shown all new observations and says which belong to a subject."),
        OperatorParameter.WithoutEffect("enable_parallel", "one call asks for all insights."),
        PromptedModel.OptionsOfOthers,
    ];

    private const int MaxShown = 400;
    private const int MaxText = 1_000;
    private readonly Prompt _prompt;
    private readonly int _maxCount;

    public UpdateInsightOperator(OperatorSetup setup)
        : base(setup, "update_insight")
    {
        _prompt = Model!.Prompt("insights", "facts", "subjects");
        _maxCount = setup.Get(MaxCount);
    }

    public override OperatorSlots Slots { get; } =
        new() { Required = [PersonSlots.Unreflected, PersonSlots.Insights], Optional = [PersonSlots.Subjects], Writes = [StoreSlots.Plan] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var observations = context.Get(PersonSlots.Unreflected);
        var insights = observations.Count == 0 ? []
            : Model!.Client is null ? await ByRulesAsync(context, cancellationToken)
            : await AskAsync(context, observations, cancellationToken);
        MarkMode(context, inferred: Model!.Client is not null && observations.Count > 0);

        // With no subject to be about, observations wait for more of their kind.
        var waits = Model.Client is not null && context.Get(PersonSlots.Insights).Count == 0 && context.GetOr(PersonSlots.Subjects, []).Count == 0;
        context.Set(StoreSlots.Plan, new ReflectPlan(insights, waits ? [] : [.. observations.Select(memory => memory.Id)], new Judged()));
    }

    private async Task<IReadOnlyList<Insight>> ByRulesAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var person = context.Scope.ToPerson();
        var filter = new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Observation]), new MemoryFilter.Status([MemoryStatus.Active])]);
        return InsightRules.Draw(await Memories.OwnAsync(person, filter, cancellationToken).ToListAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<Insight>> AskAsync(FlowContext context, IReadOnlyList<Memory> observations, CancellationToken cancellationToken)
    {
        var known = context
            .Get(PersonSlots.Insights)
            .Select(memory => (Subject: Insight.SubjectOf(memory), Text: Insight.IsWithdrawn(memory) ? null : memory.Content))
            .Where(pair => pair.Subject.Length > 0);
        var subjects = known
            .Concat(context.GetOr(PersonSlots.Subjects, []).Select(subject => (Subject: subject, Text: (string?)null)))
            .DistinctBy(pair => FactText.Normal(pair.Subject), StringComparer.Ordinal)
            .ToList();
        if (subjects.Count == 0)
        {
            return [];
        }

        var values = new PromptValues()
            .Data(
                "facts",
                string.Join(
                    '\n',
                    observations.Select(
                        (memory, i) =>
                            string.Create(CultureInfo.InvariantCulture, $"[{i}] ({memory.ObservedAt:yyyy-MM-dd}) "
                                + $"{ShortText.OneLine(memory.Content, MaxShown)}"))))
            .Data(
                "subjects",
                string.Join('\n', subjects.Select(pair => $"{pair.Subject}: {(pair.Text is null ? "-" : ShortText.OneLine(pair.Text, MaxText))}")));
        var reply = await Model!.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, observations.Select(memory => memory.Content)),
            values,
            PersonalMemoryJson.Default.InsightsReply,
            cancellationToken);
        return
        [
            .. from insight in reply.Insights.Take(_maxCount)
            let subject = subjects.Find(pair => FactText.Normal(pair.Subject) == FactText.Normal(insight.Subject)).Subject
            where subject is not null && !string.IsNullOrWhiteSpace(insight.Text)
            select new Insight(
                subject,
                ShortText.Cut(insight.Text.Trim(), MaxText),
                [.. insight.Facts.Where(number => number >= 0 && number < observations.Count).Distinct().Select(number => observations[number])],
                Model.Author),
        ];
    }
}
