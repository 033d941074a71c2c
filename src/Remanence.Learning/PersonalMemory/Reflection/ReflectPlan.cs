using Remanence.Editing;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.Stores.Filters;
using Remanence.Stores.History;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>Keeps insights, settles stored facts with each other, and marks the observations that were reflected upon.</summary>
/// <param name="insights">What was concluded.</param>
/// <param name="reflected">Ids of the observations that were read for it.</param>
/// <param name="judged">What a model found between stored facts.</param>
internal sealed class ReflectPlan(IReadOnlyList<Insight> insights, IReadOnlyList<string> reflected, Judged judged) : StorePlan
{
    private static readonly IReadOnlyList<string> Kinds = [MemoryKinds.Observation, MemoryKinds.Insight];
    private static readonly MemoryFilter Insights = new MemoryFilter.Kind([MemoryKinds.Insight]);

    public override string Actor => "reflect";

    public ReflectPlan With(Judged more) => new(insights, reflected, more);

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = scope.ToPerson();
        var reads = await memories.MarkAsync(person, Kinds, cancellationToken);
        var facts = await memories.OwnAsync(person, ReconcilePlan.Facts, cancellationToken).ToListAsync(cancellationToken);
        await judged.FollowAsync([], facts, cancellationToken);
        var edits = Reconciler.Reconcile([], facts, judged.Findings, now);
        edits.Reads = reads;
        Mark(edits, facts, now);
        if (insights.Count > 0)
        {
            await KeepAsync(edits, facts, memories, person, now, cancellationToken);
        }

        return edits;
    }

    private void Mark(MemoryEdits edits, List<Memory> facts, DateTimeOffset now)
    {
        var seen = reflected.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < edits.Updates.Count; i++)
        {
            var update = edits.Updates[i];
            edits.Updates[i] = seen.Remove(update.Memory.Id) ? update with { Memory = ReflectionMark.Put(update.Memory) } : update;
        }

        foreach (var fact in facts.Where(fact => seen.Contains(fact.Id)))
        {
            edits.Update(ReflectionMark.Put(fact), fact, HistoryOperation.Updated, now);
        }
    }

    private async Task KeepAsync(
        MemoryEdits edits,
        List<Memory> facts,
        MemoryAccess memories,
        Scope person,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var stored = await memories.OwnAsync(person, Insights, cancellationToken).ToListAsync(cancellationToken);
        var ended = edits.Supersessions.Select(supersession => supersession.MemoryId).ToHashSet(StringComparer.Ordinal);
        var standing = facts
            .Where(fact => fact.Status == MemoryStatus.Active && !ended.Contains(fact.Id))
            .ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        foreach (var insight in insights)
        {
            var subject = FactText.Normal(insight.Subject);
            var before = stored.Find(memory => FactText.Normal(Insight.SubjectOf(memory)) == subject);
            if (before is null)
            {
                await InsertAsync(edits, insight.ToMemory(null, standing, person, now), memories, cancellationToken);
            }
            else if (Insight.IsWithdrawn(before) || (before.Status == MemoryStatus.Active && before.Content != insight.Text))
            {
                edits.Update(insight.ToMemory(before, standing, person, now), before, HistoryOperation.Updated, now);
            }
            else
            {
                edits.Standing.Add(before);
            }
        }
    }

    // One that was forgotten is not drawn again.
    private static async Task InsertAsync(MemoryEdits edits, Memory insight, MemoryAccess memories, CancellationToken cancellationToken)
    {
        if (!await memories.IsForgottenAsync(insight.Scope, insight.Id, cancellationToken))
        {
            edits.Inserts.Add(insight);
        }
    }
}
