using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Lessons;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>memory_validation</c>: keeps the lessons that a model finds worth keeping. Experience by rules needs no judging.</summary>
internal sealed class ValidationOperator : MemoryOperator
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "validation_threshold",
        0.5,
        0,
        1,
        "The least score that a lesson must have.");

    private readonly Prompt _prompt;
    private readonly double _threshold;

    public ValidationOperator(OperatorSetup setup)
        : base(setup, "memory_validation")
    {
        _prompt = Model!.Prompt("validation", "when_to_use", "lesson");
        _threshold = setup.Get(Threshold);
    }

    public override OperatorSlots Slots { get; } = new()
    {
        Optional = [TaskSlots.SuccessMemories, TaskSlots.FailureMemories, TaskSlots.ComparativeMemories],
        Writes = [TaskSlots.Validated],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var lessons = Extracted(context);
        if (lessons.Count == 0)
        {
            return;
        }

        if (Model!.Client is null)
        {
            context.Set(TaskSlots.Validated, lessons);
            return;
        }

        var judged = await Task.WhenAll(lessons.Select(lesson => JudgeAsync(context, lesson, cancellationToken)));
        context.Set(TaskSlots.Validated, [.. judged.OfType<Memory>()]);
    }

    internal static IReadOnlyList<Memory> Extracted(FlowContext context) =>
    [
        .. context.GetOr(TaskSlots.SuccessMemories, []),
        .. context.GetOr(TaskSlots.FailureMemories, []),
        .. context.GetOr(TaskSlots.ComparativeMemories, []),
    ];

    private async Task<Memory?> JudgeAsync(FlowContext context, Memory lesson, CancellationToken cancellationToken)
    {
        var values = new PromptValues().Data("when_to_use", lesson.Trigger ?? "").Data("lesson", lesson.Content);
        var language = PromptedModel.LanguageOf(context, lesson.Trigger ?? "", lesson.Content);
        var reply = await Model!.AskAsync(_prompt, language, values, LessonJson.Default.ValidationReply, cancellationToken);
        var score = double.IsFinite(reply.Score) ? Math.Clamp(reply.Score, 0, 1) : 0;
        return reply.IsValid && score >= _threshold ? new Memory(lesson) { Score = score } : null;
    }
}
