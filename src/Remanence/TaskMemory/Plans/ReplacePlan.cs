using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.TaskMemory.Plans;

/// <summary>Puts memories into a workspace by id; those that are there are replaced.</summary>
/// <param name="memories">The memories.</param>
/// <param name="alone">Whether everything else in the workspace goes.</param>
/// <param name="actor">Who changes, for the history.</param>
internal sealed class ReplacePlan(IReadOnlyList<Memory> memories, bool alone, string actor) : StorePlan
{
    public override string Actor => actor;

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess access, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = new MemoryEdits();
        var known = new Dictionary<string, Memory>(StringComparer.Ordinal);
        await foreach (var memory in access.ListAsync(scope, null, cancellationToken))
        {
            known.Add(memory.Id, memory);
        }

        foreach (var memory in memories)
        {
            if (known.Remove(memory.Id, out var standing))
            {
                // Whose it is cannot be changed by an update.
                var changed = new Memory(memory) { Scope = standing.Scope };
                edits.Updates.Add(new MemoryUpdate(changed, standing.UpdatedAt));
            }
            else
            {
                edits.Inserts.Add(memory);
            }
        }

        if (alone)
        {
            edits.Deletions.AddRange(known.Keys);
        }

        return edits;
    }
}
