using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Takes new facts in among those that are stored when it is carried out.</summary>
/// <param name="facts">The facts, in the scope of the person.</param>
/// <param name="findings">What a model found between them and others.</param>
internal sealed class ReconcilePlan(IReadOnlyList<Memory> facts, IReadOnlyList<RelationFinding> findings) : StorePlan
{
    /// <summary>What is reconciled with each other: facts of all kinds that people's memories are made of, but for insights.</summary>
    public static readonly MemoryFilter Facts = new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active, MemoryStatus.Superseded]),
    ]);

    public override string Actor => "consolidate";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = new List<Memory>();
        var person = PersonScope.Of(scope);
        await foreach (var memory in memories.ListAsync(person, Facts, cancellationToken))
        {
            // What all users share is nobody's to supersede.
            if (memory.Scope == person)
            {
                stored.Add(memory);
            }
        }

        return Reconciler.Reconcile(facts, stored, findings, now);
    }
}
