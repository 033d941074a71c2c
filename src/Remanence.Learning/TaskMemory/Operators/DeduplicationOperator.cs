using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;

namespace Remanence.TaskMemory.Operators;

/// <summary>
/// <c>memory_deduplication</c>: finds what new lessons are to those stored, with a likeness of one's own choice; <c>update_vector_store</c> does so itself
/// where this step is not part of the flow.
/// </summary>
internal sealed class DeduplicationOperator : MemoryOperator
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "similarity_threshold",
        0.5,
        0,
        1,
        "From this likeness on a model is asked whether two lessons are the same.");

    public static readonly OperatorParameter MaxExisting = OperatorParameter.WithoutEffect(
        "max_existing_task_memories", "a new lesson is compared with the stored ones that are nearest to it, however many there are.");

    private readonly LessonJudge _judge;

    public DeduplicationOperator(OperatorSetup setup)
        : base(setup, LessonJudge.PromptFile) => _judge = new LessonJudge(Memories, Model!, setup.Get(Threshold));

    public override OperatorSlots Slots { get; } = new()
    {
        Optional = [TaskSlots.Validated, TaskSlots.SuccessMemories, TaskSlots.FailureMemories, TaskSlots.ComparativeMemories],
        Writes = [TaskSlots.Findings],
    };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        if (!context.TryGet(TaskSlots.Validated, out var lessons))
        {
            lessons = ValidationOperator.Extracted(context);
        }

        if (lessons.Count > 0)
        {
            context.Set(TaskSlots.Findings, await _judge.FindAsync(context, lessons, cancellationToken));
        }
    }
}
