using Remanence.Editing;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>Keeps insights, settles stored facts with each other, and marks the observations that were reflected upon.</summary>
/// <param name="insights">What was concluded.</param>
/// <param name="reflected">Ids of the observations that were read for it.</param>
/// <param name="findings">What a model found between stored facts.</param>
internal sealed class ReflectPlan(IReadOnlyList<Insight> insights, IReadOnlyList<string> reflected, IReadOnlyList<RelationFinding> findings) : StorePlan
{
    private static readonly MemoryFilter Insights = new MemoryFilter.Kind([MemoryKinds.Insight]);

    public override string Actor => "reflect";

    public ReflectPlan With(IReadOnlyList<RelationFinding> more) => new(insights, reflected, more);

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = PersonScope.Of(scope);
        var facts = await memories.OwnAsync(person, ReconcilePlan.Facts, cancellationToken).ToListAsync(cancellationToken);
        var edits = Reconciler.Reconcile([], facts, findings, now);
        Mark(edits, facts, now);
        if (insights.Count > 0)
        {
            Keep(edits, await memories.OwnAsync(person, Insights, cancellationToken).ToListAsync(cancellationToken), person, now);
        }

        return edits;
    }

    private void Mark(MemoryEdits edits, List<Memory> facts, DateTimeOffset now)
    {
        var seen = reflected.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < edits.Updates.Count; i++)
        {
            var update = edits.Updates[i];
            edits.Updates[i] = seen.Remove(update.Memory.Id) ? update with { Memory = Reflected.Put(update.Memory) } : update;
        }

        foreach (var fact in facts.Where(fact => seen.Contains(fact.Id)))
        {
            edits.Update(Reflected.Put(fact), fact, HistoryOperation.Updated, now);
        }
    }

    private void Keep(MemoryEdits edits, List<Memory> stored, Scope person, DateTimeOffset now)
    {
        foreach (var insight in insights)
        {
            var subject = FactText.Normal(insight.Subject);
            var before = stored.Find(memory => FactText.Normal(Insight.SubjectOf(memory)) == subject);
            if (before is null)
            {
                edits.Inserts.Add(insight.ToMemory(null, person, now));
            }
            else if (before.Content != insight.Text || before.Status != MemoryStatus.Active)
            {
                edits.Update(insight.ToMemory(before, person, now), before, HistoryOperation.Updated, now);
            }
            else
            {
                edits.Standing.Add(before);
            }
        }
    }
}
