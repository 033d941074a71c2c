using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>merge_memory</c>: the memories as a list.</summary>
internal sealed class MergeOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Required = [TaskSlots.Recalled] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        context.Response.Answer = GuidanceText.Bullets(context.Get(TaskSlots.Recalled));
        return ValueTask.CompletedTask;
    }
}
