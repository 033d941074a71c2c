using Remanence.Editing;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Privacy.Forgotten;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Takes new facts in among those that are stored when it is carried out. Planned again, it asks about nothing that was answered already.</summary>
/// <param name="facts">The facts, in the scope of the person.</param>
/// <param name="judged">What a model found between them and others, and which others it has seen.</param>
internal sealed class ReconcilePlan(IReadOnlyList<Memory> facts, Judged judged) : StorePlan
{
    /// <summary>What is reconciled with each other: facts of all kinds that people's memories are made of, but for insights.</summary>
    public static readonly MemoryFilter Facts = new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active, MemoryStatus.Superseded]),
    ]);

    /// <summary>The kinds that it reads.</summary>
    public static readonly IReadOnlyList<string> Kinds = [MemoryKinds.Observation];

    public override string Actor => "consolidate";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = scope.ToPerson();
        var reads = await memories.MarkAsync(person, Kinds, cancellationToken);
        var stored = await memories.OwnAsync(person, Facts, cancellationToken).ToListAsync(cancellationToken);

        // Asked again here: a message may have been withheld while it was read.
        var forgotten = await memories.ForgottenAsync(person, cancellationToken);
        var kept = facts.Where(fact => !IsForgotten(fact, forgotten)).ToList();
        await judged.FollowAsync(kept, stored, cancellationToken);
        var edits = Reconciler.Reconcile(kept, stored, judged.Findings, now);
        edits.Reads = reads;
        return edits;
    }

    private static bool IsForgotten(Memory fact, ForgottenSources forgotten) =>
        fact.Sources.Count > 0 && fact.Sources.All(source => forgotten.Covers(source.ResourceId, source.MessageId));
}
