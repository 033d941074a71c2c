using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Deduplication;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Plans;

namespace Remanence.TaskMemory.Operators;

/// <summary>Finds what new lessons are to those stored: a model judges those that are near. Without one, only equal words are the same.</summary>
internal sealed class LessonJudge
{
    /// <summary>The prompts of every operator that judges.</summary>
    public const string PromptFile = "lesson_verdict";

    private const int MaxNear = 10;
    private readonly MemoryAccess _memories;
    private readonly PromptedModel _model;
    private readonly Prompt _prompt;
    private readonly Similarity _similarity;
    private readonly double _threshold;

    public LessonJudge(MemoryAccess memories, PromptedModel model, double threshold)
    {
        (_memories, _model, _threshold) = (memories, model, threshold);
        _prompt = model.Prompt("verdict", "lesson", "known", "count");
        _similarity = new Similarity(memories.Embedder);
    }

    public Task<IReadOnlyList<DuplicateFinding>> FindAsync(FlowContext context, IReadOnlyList<Memory> lessons, CancellationToken cancellationToken)
    {
        VerdictFunction? judge = _model.Client is null ? null : (candidate, near, token) => JudgeAsync(context, candidate, near, token);
        return new Deduplicator(_similarity, judge is null ? double.MaxValue : _threshold, judge).FindAsync(lessons, NearAsync, cancellationToken);

        async Task<IReadOnlyList<Memory>> NearAsync(Memory lesson, CancellationToken token) =>
            [.. (await _memories.SearchAsync(context.Scope, LessonText.SearchText(lesson), MaxNear, [MemoryKinds.Task], token)).Select(found => found.Memory)];
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(
        FlowContext context,
        Memory candidate,
        IReadOnlyList<Memory> near,
        CancellationToken cancellationToken)
    {
        var known = string.Join("\n\n", near.Select((memory, i) => $"[{i}] {Show(memory)}"));
        var values = new PromptValues().Data("lesson", Show(candidate)).Data("known", known).Text("count", near.Count.ToString());
        try
        {
            var reply = await _model.AskAsync(
                _prompt,
                PromptedModel.LanguageOf(context, candidate.Content),
                values,
                LessonJson.Default.VerdictReply,
                cancellationToken);
            return [.. reply.Verdicts.Select(Read)];
        }
        catch (ModelException exception) when (exception.Failure == ModelFailure.BadReply)
        {
            // A lesson too many can be forgotten later; one that was thrown away cannot be had again.
            return [];
        }
    }

    private static Verdict Read(string verdict) => verdict.Trim().ToUpperInvariant() switch
    {
        "SAME" or "相同" => Verdict.Same,
        "CONTRADICTS" or "CONTRADICT" or "CONTRADICTION" or "矛盾" => Verdict.Contradicts,
        _ => Verdict.Different,
    };

    private static string Show(Memory memory) => $"{memory.Trigger}\n{ShortText.CutMiddle(memory.Content, 2_000)}";
}
