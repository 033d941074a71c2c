using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Lessons;

namespace Remanence.TaskMemory.Operators;

/// <summary>
/// <c>simple_comparative_summary</c>: what the best run of each task did that the worst did not; without a model, experience by rules says so.
/// </summary>
internal sealed class SimpleComparisonOperator : MemoryOperator
{
    private readonly Prompt _prompt;

    public SimpleComparisonOperator(OperatorSetup setup)
        : base(setup, "simple_comparative_summary", readsRuns: true) => _prompt = Model!.Prompt("comparison", "query", "better", "worse");

    public override OperatorSlots Slots { get; } = new()
    {
        Optional = [TaskSlots.Trajectories],
        Writes = [TaskSlots.ComparativeMemories, TaskSlots.FailureDrafts],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var runs = TaskRuns.Read(PreprocessOperator.Read(context), successThreshold: 1);
        MarkMode(context, Model!.Client is not null);
        if (Model.Client is null)
        {
            context.Set(TaskSlots.FailureDrafts, [.. ExperienceWriter.Write(context.Scope, runs, context.Now).Where(draft => draft.HasContrast)]);
            return;
        }

        var lessons = await Task.WhenAll(TaskRuns.Contrasts(runs).Select(pair => AskAsync(context, pair.Best, pair.Worst, cancellationToken)));
        context.Set(TaskSlots.ComparativeMemories, [.. lessons.SelectMany(each => each)]);
    }

    private async Task<IEnumerable<Memory>> AskAsync(FlowContext context, TaskRun best, TaskRun worst, CancellationToken cancellationToken)
    {
        var tokens = Model!.InputTokens / 2;
        var values = new PromptValues()
            .Data("query", ShortText.CutMiddle(best.Request, 4_000))
            .Data("better", RunTranscript.Whole(best.Trajectory, tokens))
            .Data("worse", RunTranscript.Whole(worst.Trajectory, tokens));
        var reply = await Model.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, best.Request),
            values,
            LessonJson.Default.ListLessonReply,
            cancellationToken);
        return LessonWriter.Write(reply, context.Scope, Model.Author, context.Now).ToList();
    }
}
