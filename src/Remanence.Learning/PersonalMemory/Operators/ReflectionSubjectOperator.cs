using System.Globalization;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reflection;
using Remanence.PersonalMemory.Replies;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>get_reflection_subject</c>: what about a person the new observations tell that no insight is about yet. A model names it; below a number of observations,
/// and without a model, nothing is named.
/// </summary>
internal sealed class ReflectionSubjectOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> Threshold = OperatorParameter.WholeNumber(
        "reflect_obs_cnt_threshold",
        6,
        1,
        10_000,
        "From so many new observations on.");

    public static readonly OperatorParameter<int> Questions = OperatorParameter.WholeNumber(
        "reflect_num_questions",
        3,
        0,
        100,
        "The most subjects that are named; 0: as many as there are observations.");

    private const int MaxShown = 400;
    private const int MaxName = 60;
    private readonly Prompt _prompt;
    private readonly int _threshold;
    private readonly int _questions;

    public ReflectionSubjectOperator(OperatorSetup setup)
        : base(setup, "get_reflection_subject")
    {
        _prompt = Model!.Prompt("subjects", "facts", "known", "count");
        (_threshold, _questions) = (setup.Get(Threshold), setup.Get(Questions));
    }

    public override OperatorSlots Slots { get; } = new() { Required = [PersonSlots.Unreflected, PersonSlots.Insights], Writes = [PersonSlots.Subjects] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var observations = context.Get(PersonSlots.Unreflected);
        context.Set(PersonSlots.Subjects, Model!.Client is null || observations.Count < _threshold ? [] : await AskAsync(context, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> AskAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var observations = context.Get(PersonSlots.Unreflected);
        var known = context.Get(PersonSlots.Insights).Select(Insight.SubjectOf).Where(subject => subject.Length > 0).ToList();
        var most = _questions == 0 ? observations.Count : _questions;
        var values = new PromptValues()
            .Data("facts", string.Join('\n', observations.Select(memory => "- " + ShortText.OneLine(memory.Content, MaxShown))))
            .Data("known", known.Count == 0 ? "-" : string.Join('\n', known))
            .Text("count", most.ToString(CultureInfo.InvariantCulture));
        var reply = await Model!.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, observations.Select(memory => memory.Content)),
            values,
            PersonalMemoryJson.Default.SubjectsReply,
            cancellationToken);
        var taken = known.Select(FactText.Normal).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reply
                .Subjects.Select(subject => ShortText.OneLine(subject.Trim(), MaxName))
                .Where(subject => subject.Length > 0 && taken.Add(FactText.Normal(subject)))
                .Take(most),
        ];
    }
}
