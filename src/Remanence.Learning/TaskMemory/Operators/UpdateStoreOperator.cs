using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Operators;
using Remanence.TaskMemory.Plans;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>update_vector_store</c>: commits what the steps before it want changed, in one step, and tells what was done.</summary>
internal sealed class UpdateStoreOperator : MemoryOperator
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "similarity_threshold",
        0.8,
        0,
        1,
        "From this likeness on a model is asked whether a new lesson says the same as a stored one, or the opposite.");

    private readonly LessonJudge _judge;

    public UpdateStoreOperator(OperatorSetup setup)
        : base(setup, LessonJudge.PromptFile) => _judge = new LessonJudge(Memories, Model!, setup.Get(Threshold));

    public override OperatorSlots Slots { get; } = new()
    {
        Optional =
        [
            StoreSlots.Plan, TaskSlots.Findings, TaskSlots.Validated, TaskSlots.SuccessMemories, TaskSlots.FailureMemories, TaskSlots.ComparativeMemories,
            TaskSlots.SuccessDrafts, TaskSlots.FailureDrafts,
        ],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var plan = context.TryGet(StoreSlots.Plan, out var given) ? given : await LearnAsync(context, cancellationToken);
        var edits = plan is null ? new MemoryEdits() : await Memories.EditAsync(context.Scope, plan, cancellationToken);
        Report(context, edits, plan is not null);
        plan?.Report(edits, context.Response, Form);
    }

    // Null where there was nothing to learn.
    private async Task<ExperiencePlan?> LearnAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var judged = context.TryGet(TaskSlots.Validated, out var lessons);
        lessons ??= ValidationOperator.Extracted(context);
        if (!context.TryGet(TaskSlots.Findings, out var findings))
        {
            findings = lessons.Count == 0 ? [] : await _judge.FindAsync(context, lessons, cancellationToken);
        }

        Experience.ExperienceDraft[] drafts = [.. context.GetOr(TaskSlots.SuccessDrafts, []), .. context.GetOr(TaskSlots.FailureDrafts, [])];
        return judged || findings.Count > 0 || drafts.Length > 0 ? new ExperiencePlan(drafts, findings) : null;
    }

    private void Report(FlowContext context, MemoryEdits edits, bool planned)
    {
        if (planned)
        {
            context.Response.Metadata["memory_list"] = JsonBuild.Array(edits.Held.Select(memory => Form.Write(memory))).ToNode();
            context.Response.Metadata["deleted_memory_ids"] = JsonBuild.Array(edits.Deletions).ToNode();
        }

        context.Response.Metadata["update_result"] = JsonBuild.Object(
        [
            new("deleted_count", JsonBuild.Number(edits.Deletions.Count)),
            new("inserted_count", JsonBuild.Number(edits.Inserts.Count)),
            new("updated_count", JsonBuild.Number(edits.Updates.Count)),
            new("superseded_count", JsonBuild.Number(edits.Supersessions.Count)),
        ]).ToNode();
    }
}
