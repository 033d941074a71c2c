using Remanence.Editing;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Stores.Filters;
using Remanence.TaskMemory.Usage;

namespace Remanence.TaskMemory.Plans;

/// <summary>Forgets task memories that were used often and helped seldom.</summary>
/// <param name="frequencyThreshold">From so many uses on a memory is judged.</param>
/// <param name="utilityThreshold">The least share of uses that must have helped.</param>
internal sealed class ForgetPlan(int frequencyThreshold, double utilityThreshold) : StorePlan
{
    public override string Actor => "delete_task_memory";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = new MemoryEdits();
        await foreach (var memory in memories.ListAsync(scope, new MemoryFilter.Kind([MemoryKinds.Task]), cancellationToken))
        {
            if (UsageRules.IsUseless(memory, frequencyThreshold, utilityThreshold))
            {
                edits.Deletions.Add(memory.Id);
            }
        }

        return edits;
    }
}
