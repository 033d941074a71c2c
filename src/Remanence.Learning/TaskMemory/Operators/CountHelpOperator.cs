using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;
using Remanence.TaskMemory.Plans;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>update_memory_utility</c>: the uses counted by the step before helped, when the call says so.</summary>
internal sealed class CountHelpOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Required = [StoreSlots.Plan], Optional = [TaskSlots.UpdateUtility], Writes = [StoreSlots.Plan] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        if (context.GetOr(TaskSlots.UpdateUtility, false) && context.Get(StoreSlots.Plan) is UsagePlan plan)
        {
            context.Set(StoreSlots.Plan, new UsagePlan([.. plan.Counts.Select(count => count with { Helped = count.Used })]));
        }

        return ValueTask.CompletedTask;
    }
}
