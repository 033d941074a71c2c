using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Deduplication;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary>
/// <c>comparative_extraction</c>: lessons from what a better and a worse run did otherwise, the best and the worst of each task, and where it is wanted
/// successes and failures that are alike. Without a model the experience by rules says so itself.
/// </summary>
internal sealed class ComparisonOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> Soft = OperatorParameter.Boolean(
        "enable_soft_comparison",
        true,
        "Whether the best and the worst run of a task are compared.");

    public static readonly OperatorParameter<bool> Similar =
        OperatorParameter.Boolean("enable_similarity_comparison", false, "Whether successes and failures that are alike are compared.");

    public static readonly OperatorParameter<double> SimilarityThreshold = OperatorParameter.Number(
        "similarity_threshold",
        0.3,
        0,
        1,
        "From this likeness on two runs are alike.");

    public static readonly OperatorParameter<int> MaxSequences = OperatorParameter.WholeNumber(
        "max_similarity_sequences",
        5,
        1,
        100,
        "How many successes and failures are looked at.");

    public static readonly OperatorParameter<int> MaxPairs = OperatorParameter.WholeNumber(
        "max_similarity_pairs",
        3,
        1,
        100,
        "How many pairs of them are compared.");

    private readonly Prompt _prompt;
    private readonly Similarity _similarity;
    private readonly bool _soft;
    private readonly bool _similar;
    private readonly double _threshold;
    private readonly int _maxSequences;
    private readonly int _maxPairs;

    public ComparisonOperator(OperatorSetup setup)
        : base(setup, "comparative_extraction", readsRuns: true)
    {
        _prompt = Model!.Prompt("comparison", "query", "better", "better_score", "worse", "worse_score");
        _similarity = new Similarity(Memories.Embedder);
        (_soft, _similar, _threshold) = (setup.Get(Soft), setup.Get(Similar), setup.Get(SimilarityThreshold));
        (_maxSequences, _maxPairs) = (setup.Get(MaxSequences), setup.Get(MaxPairs));
    }

    public override OperatorSlots Slots { get; } = new()
    {
        Required = [TaskSlots.SuccessRuns, TaskSlots.FailureRuns, TaskSlots.TaskRuns],
        Writes = [TaskSlots.ComparativeMemories],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        MarkMode(context, Model!.Client is not null);
        if (Model.Client is null)
        {
            return;
        }

        List<(Trajectory Better, Trajectory Worse)> pairs = [];
        if (_soft)
        {
            pairs.AddRange(TaskRuns.Contrasts(context.Get(TaskSlots.TaskRuns)).Select(pair => (pair.Best.Trajectory, pair.Worst.Trajectory)));
        }

        if (_similar)
        {
            pairs.AddRange(Alike(context).Except(pairs).ToList());
        }

        var lessons = await Task.WhenAll(pairs.Select(pair => AskAsync(context, pair.Better, pair.Worse, cancellationToken)));
        context.Set(TaskSlots.ComparativeMemories, [.. lessons.SelectMany(each => each)]);
    }

    private IEnumerable<(Trajectory Better, Trajectory Worse)> Alike(FlowContext context)
    {
        var successes = Sequences(context.Get(TaskSlots.SuccessRuns));
        var failures = Sequences(context.Get(TaskSlots.FailureRuns));
        return successes
            .SelectMany(success => failures.Select(failure => (Success: success, Failure: failure, Likeness: _similarity.Of(success.Text, failure.Text))))
            .Where(pair => pair.Likeness > _threshold)
            .OrderByDescending(pair => pair.Likeness)
            .Take(_maxPairs)
            .Select(pair => (pair.Success.Run, pair.Failure.Run));
    }

    private List<(Trajectory Run, string Text)> Sequences(IReadOnlyList<Trajectory> runs) =>
        [.. runs.Where(run => run.Messages.Count > 0).Take(_maxSequences).Select(run => (run, RunTranscript.Whole(run, Model!.InputTokens / 2)))];

    private async Task<IEnumerable<Memory>> AskAsync(FlowContext context, Trajectory better, Trajectory worse, CancellationToken cancellationToken)
    {
        var tokens = Model!.InputTokens / 2;
        var values = new PromptValues()
            .Data("query", ShortText.CutMiddle(better.Request, 4_000))
            .Data("better", RunTranscript.Whole(better, tokens))
            .Text("better_score", Score(better))
            .Data("worse", RunTranscript.Whole(worse, tokens))
            .Text("worse_score", Score(worse));
        var replies = await Model.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, better.Request),
            values,
            LessonJson.Default.ListLessonReply,
            cancellationToken);
        return LessonWriter.Write(replies, context.Scope, Model.Author, context.Now).ToList();
    }

    private static string Score(Trajectory run) => run.Score is { } score ? $"{score:0.00}" : "-";
}
