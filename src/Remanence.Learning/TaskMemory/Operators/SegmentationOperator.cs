using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary>
/// <c>trajectory_segmentation</c>: cuts runs into parts that each pursue one end, for the extractions after it. Without a model runs stay whole.
/// </summary>
internal sealed class SegmentationOperator : MemoryOperator
{
    public static readonly OperatorParameter<string> Target = OperatorParameter.Text(
        "segment_target",
        "all",
        ["all", "success", "failure"],
        "Which runs are cut.");

    private const int MaxShown = 400;
    private readonly Prompt _prompt;
    private readonly string _target;

    public SegmentationOperator(OperatorSetup setup)
        : base(setup, "trajectory_segmentation", readsRuns: true)
    {
        _prompt = Model!.Prompt("segmentation", "query", "run", "last");
        _target = setup.Get(Target);
    }

    public override OperatorSlots Slots { get; } = new()
    {
        Required = [TaskSlots.AllRuns, TaskSlots.SuccessRuns, TaskSlots.FailureRuns],
        Writes = [TaskSlots.AllRuns, TaskSlots.SuccessRuns, TaskSlots.FailureRuns],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        if (Model!.Client is null)
        {
            return;
        }

        var runs = new HashSet<Trajectory>(ReferenceEqualityComparer.Instance);
        runs.UnionWith(_target == "failure" ? [] : context.Get(TaskSlots.SuccessRuns));
        runs.UnionWith(_target == "success" ? [] : context.Get(TaskSlots.FailureRuns));
        var cut = await Task.WhenAll(
            runs.Where(run => run.Segments is null && run.Messages.Count > 2)
                .Select(async run => (Run: run, Cut: await CutAsync(context, run, cancellationToken))));
        var parts = cut.ToDictionary(each => each.Run, each => each.Cut, (IEqualityComparer<Trajectory>)ReferenceEqualityComparer.Instance);
        Replace(TaskSlots.AllRuns);
        Replace(TaskSlots.SuccessRuns);
        Replace(TaskSlots.FailureRuns);

        void Replace(Slot<IReadOnlyList<Trajectory>> slot) => context.Set(slot, [.. context.Get(slot).Select(run => parts.GetValueOrDefault(run, run))]);
    }

    private async Task<Trajectory> CutAsync(FlowContext context, Trajectory run, CancellationToken cancellationToken)
    {
        var shown = RunTranscript.Shown(run.Messages);
        var steps = string.Join('\n', shown.Select((message, i) => $"[{i + 1}] {message.Role}: {ShortText.OneLine(message.Content, MaxShown)}"));
        var values = new PromptValues()
            .Data("query", ShortText.CutMiddle(run.Request, 4_000))
            .Data("run", ShortText.CutMiddle(steps, Model!.InputTokens * 3))
            .Text("last", shown.Count.ToString());
        var reply = await Model.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, run.Request),
            values,
            LessonJson.Default.SegmentationReply,
            cancellationToken);
        var messages = run.Messages.Where(message => !message.IsSystem).ToList();
        int[] ends = [.. reply.SegmentPoints.Where(end => end > 0 && end < messages.Count).Append(messages.Count).Distinct().Order()];
        return run with { Segments = [.. ends.Select((end, i) => messages[(i == 0 ? 0 : ends[i - 1])..end])] };
    }
}
