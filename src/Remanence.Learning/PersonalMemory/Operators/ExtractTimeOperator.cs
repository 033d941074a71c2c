using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.Text.Time;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>extract_time</c>: the stretches of time that a question speaks about, without a model.</summary>
internal sealed class ExtractTimeOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly IReadOnlyList<OperatorParameter> OfOthers =
    [
        OperatorParameter.WithoutEffect("language", "times are read in the language that they are written in."), PromptedModel.OptionsOfOthers,
    ];

    public override OperatorSlots Slots { get; } = new() { Required = [PersonSlots.Question, PersonSlots.AskedAt], Writes = [PersonSlots.QuestionTimes] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        context.Set(
            PersonSlots.QuestionTimes,
            [.. TimeExpressions.Find(context.Get(PersonSlots.Question), context.Get(PersonSlots.AskedAt)).Select(mention => mention.Interval)]);
        return ValueTask.CompletedTask;
    }
}
