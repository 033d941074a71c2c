using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary>
/// <c>success_extraction</c> and <c>failure_extraction</c>: lessons from each run, or each part of one, side by side; without a model, experience by rules.
/// </summary>
internal sealed class ExtractionOperator : MemoryOperator
{
    private readonly Prompt _prompt;
    private readonly Slot<IReadOnlyList<Trajectory>> _runs;
    private readonly Slot<IReadOnlyList<Memory>> _lessons;
    private readonly Slot<IReadOnlyList<ExperienceDraft>> _drafts;
    private readonly bool _successes;

    private ExtractionOperator(OperatorSetup setup, bool successes)
        : base(setup, successes ? "success_extraction" : "failure_extraction", readsRuns: true)
    {
        _prompt = Model!.Prompt("extraction", "query", "run", "part");
        (_runs, _lessons, _drafts) = successes
            ? (TaskSlots.SuccessRuns, TaskSlots.SuccessMemories, TaskSlots.SuccessDrafts)
            : (TaskSlots.FailureRuns, TaskSlots.FailureMemories, TaskSlots.FailureDrafts);
        _successes = successes;
        Slots = new OperatorSlots { Required = [_runs, TaskSlots.TaskRuns], Writes = [_lessons, _drafts] };
    }

    public override OperatorSlots Slots { get; }

    public static ExtractionOperator OfSuccesses(OperatorSetup setup) => new(setup, successes: true);

    public static ExtractionOperator OfFailures(OperatorSetup setup) => new(setup, successes: false);

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        MarkMode(context, Model!.Client is not null);
        if (Model.Client is null)
        {
            // All runs, because a success is best told beside a failure.
            var drafts = ExperienceWriter.Write(context.Scope, context.Get(TaskSlots.TaskRuns), context.Now);
            context.Set(_drafts, [.. drafts.Where(draft => draft.Outcome == Outcome.Success == _successes)]);
            return;
        }

        var parts = context
            .Get(_runs)
            .Where(run => run.Messages.Count > 0)
            .SelectMany(run =>
                RunTranscript.Parts(run, Model.InputTokens) is var texts
                    ? texts.Select((text, i) => (run.Request, Text: text, Part: $"{i + 1}/{texts.Count}"))
                    : []);
        var lessons = await Task.WhenAll(parts.Select(part => AskAsync(context, part.Request, part.Text, part.Part, cancellationToken)));
        context.Set(_lessons, [.. lessons.SelectMany(each => each)]);
    }

    private async Task<IEnumerable<Memory>> AskAsync(FlowContext context, string request, string run, string part, CancellationToken cancellationToken)
    {
        var values = new PromptValues().Data("query", ShortText.CutMiddle(request, 4_000)).Data("run", run).Text("part", part);
        var replies = await Model!.AskAsync(
            _prompt,
            PromptedModel.LanguageOf(context, request, run),
            values,
            LessonJson.Default.ListLessonReply,
            cancellationToken);
        return LessonWriter.Write(replies, context.Scope, Model.Author, context.Now).ToList();
    }
}
