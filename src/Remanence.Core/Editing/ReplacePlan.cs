using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Editing;

/// <summary>
/// Puts memories into a workspace by id; those that are there are replaced. Refused with an <see cref="InvalidRequestException"/> is one that could not be
/// exported and imported again: too long, with a reserved member in its metadata, with a state that Remanence does not write.
/// </summary>
/// <param name="wanted">The memories.</param>
/// <param name="alone">Whether everything else in the workspace goes.</param>
/// <param name="actor">Who changes, for the history.</param>
/// <param name="foreign">
/// Whether they come in a format that cannot say all that a memory is, as ReMe's: one with the words that stand here already keeps the rest.
/// </param>
public sealed class ReplacePlan(IReadOnlyList<Memory> wanted, bool alone, string actor, bool foreign = false) : MemoryPlan
{
    /// <inheritdoc/>
    public override string Actor => actor;

    /// <inheritdoc/>
    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(memories);
        foreach (var memory in wanted)
        {
            MemoryRules.Check(MemoryDocument.From(memory), $"memory {Printable.Show(memory.Id)}");
        }

        var edits = new MemoryEdits();
        var known = new Dictionary<string, Memory>(StringComparer.Ordinal);
        await foreach (var memory in memories.ListAsync(scope, null, cancellationToken))
        {
            known.Add(memory.Id, memory);
        }

        foreach (var memory in wanted)
        {
            if (known.Remove(memory.Id, out var standing))
            {
                // Whose it is cannot be changed by an update.
                var changed = new Memory(foreign ? LoadedMemory.Over(standing, memory) : memory) { Scope = standing.Scope };
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
