using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>simple_summary</c>: one look at each run, at most two lessons of general use; without a model, experience by rules.</summary>
internal sealed class SimpleSummaryOperator : MemoryOperator
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "success_score_threshold",
        0.9,
        description: "From this score on a run is a success.");

    private const int MaxLessons = 2;
    private readonly Prompt _success;
    private readonly Prompt _failure;
    private readonly double _threshold;

    public SimpleSummaryOperator(OperatorSetup setup)
        : base(setup, "simple_summary", readsRuns: true)
    {
        _success = Model!.Prompt("success", "query", "run");
        _failure = Model.Prompt("failure", "query", "run");
        _threshold = setup.Get(Threshold);
    }

    public override OperatorSlots Slots { get; } = new()
    {
        Optional = [TaskSlots.Trajectories],
        Writes = [TaskSlots.SuccessMemories, TaskSlots.SuccessDrafts],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var runs = PreprocessOperator.Read(context);
        MarkMode(context, Model!.Client is not null);
        if (Model.Client is null)
        {
            context.Set(TaskSlots.SuccessDrafts, ExperienceWriter.Write(context.Scope, TaskRuns.Read(runs, _threshold), context.Now));
            return;
        }

        var lessons = await Task.WhenAll(runs.Where(run => run.Messages.Count > 0).Select(run => AskAsync(context, run, cancellationToken)));
        context.Set(TaskSlots.SuccessMemories, [.. lessons.SelectMany(each => each)]);
    }

    private async Task<IEnumerable<Memory>> AskAsync(FlowContext context, Trajectory run, CancellationToken cancellationToken)
    {
        var text = RunTranscript.Whole(run, Model!.InputTokens);
        var values = new PromptValues().Data("query", ShortText.CutMiddle(run.Request, 4_000)).Data("run", text);
        var replies = await Model.AskAsync(
            run.Score >= _threshold ? _success : _failure,
            PromptedModel.LanguageOf(context, run.Request, text),
            values,
            LessonJson.Default.ListSimpleLessonReply,
            cancellationToken);
        return LessonWriter.Write(replies, context.Scope, Model.Author, context.Now).Take(MaxLessons).ToList();
    }
}
