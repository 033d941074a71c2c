using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.TaskMemory.Plans;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>delete_memory</c>: forgets task memories that were used often and helped seldom.</summary>
internal sealed class ForgetOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Required = [TaskSlots.FrequencyThreshold, TaskSlots.UtilityThreshold], Writes = [StoreSlots.Plan] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        context.Set(StoreSlots.Plan, new ForgetPlan(context.Get(TaskSlots.FrequencyThreshold), context.Get(TaskSlots.UtilityThreshold)));
        return ValueTask.CompletedTask;
    }
}
