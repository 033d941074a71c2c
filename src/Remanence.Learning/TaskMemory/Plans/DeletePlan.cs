using Remanence.Editing;
using Remanence.Memories;
using Remanence.Operators;

namespace Remanence.TaskMemory.Plans;

/// <summary>Takes memories out by id; unknown ids are passed over.</summary>
/// <param name="ids">The ids.</param>
internal sealed class DeletePlan(IReadOnlyList<string> ids) : StorePlan
{
    public override string Actor => "vector_store";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = new MemoryEdits();
        edits.Deletions.AddRange((await memories.GetAsync(scope, ids, cancellationToken)).Select(memory => memory.Id));
        return edits;
    }
}
