using Remanence.Editing;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Privacy.Forgotten;
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
        var person = scope.ToPerson();
        var stored = await memories.OwnAsync(person, Facts, cancellationToken).ToListAsync(cancellationToken);

        // Asked again here: a message may have been withheld while it was read.
        var forgotten = await memories.ForgottenAsync(person, cancellationToken);
        return Reconciler.Reconcile(facts.Where(fact => !IsForgotten(fact, forgotten)), stored, findings, now);
    }

    private static bool IsForgotten(Memory fact, ForgottenSources forgotten) =>
        fact.Sources.Count > 0 && fact.Sources.All(source => forgotten.Covers(source.ResourceId, source.MessageId));
}
