using Remanence.Editing;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>
/// Settles new facts with the stored ones: a fact is added, reinforces or refines one that stands, takes its place or yields to it, or is known already. It depends on
/// when things were said and not on when they arrived, so that two batches give the same beliefs in either order.
/// </summary>
internal sealed class Reconciler
{
    private const int MaxSources = 50;
    private readonly Beliefs _beliefs;
    private readonly Dictionary<(string, string), RelationFinding> _findings = [];

    private Reconciler(IEnumerable<Memory> stored, IEnumerable<RelationFinding> findings)
    {
        _beliefs = new Beliefs(stored);
        foreach (var finding in findings)
        {
            _findings[(finding.FirstId, finding.SecondId)] = finding;
            _findings[(finding.SecondId, finding.FirstId)] = finding with
            {
                FirstId = finding.SecondId,
                SecondId = finding.FirstId,
                Relation = finding.Relation switch { Relation.More => Relation.Less, Relation.Less => Relation.More, var same => same },
            };
        }
    }

    /// <param name="facts">New facts, not yet stored.</param>
    /// <param name="stored">What is stored about the same person, superseded facts among them.</param>
    /// <param name="findings">What a model found between them.</param>
    /// <param name="now">The present.</param>
    public static MemoryEdits Reconcile(IEnumerable<Memory> facts, IEnumerable<Memory> stored, IEnumerable<RelationFinding> findings, DateTimeOffset now)
    {
        var reconciler = new Reconciler(stored, findings);
        foreach (var fact in facts.Order(Standing.Said))
        {
            reconciler.Take(fact, now);
        }

        // What the model found among stored facts alone.
        foreach (var finding in findings)
        {
            reconciler.Settle(finding, now);
        }

        return reconciler._beliefs.Edits(now);
    }

    private void Take(Memory fact, DateTimeOffset now)
    {
        if (_beliefs.Knowing(fact) is { } known)
        {
            _beliefs.Confirm(known);
            return;
        }

        var related = _beliefs.Active.Select(belief => (Belief: belief, Relation: Between(fact, belief))).Where(pair => pair.Relation != Relation.None).ToList();
        var held = fact;
        if (related.Find(pair => pair.Relation != Relation.Against) is { Belief: { } same, Relation: var relation })
        {
            held = Merge(same, fact, relation, now);
            _beliefs.Put(held);
        }
        else
        {
            _beliefs.Put(held);
        }

        foreach (var (belief, _) in related.Where(pair => pair.Relation == Relation.Against))
        {
            Oppose(held, belief, Finding(fact, belief)?.Reason);
        }

        _beliefs.Order(FactMark.Of(held));
    }

    // Both ids name stored facts, or facts that were taken in above and found a place.
    private void Settle(RelationFinding finding, DateTimeOffset now)
    {
        if (_beliefs.Find(finding.FirstId) is not { Status: MemoryStatus.Active } first || _beliefs.Find(finding.SecondId) is not { Status: MemoryStatus.Active } second)
        {
            return;
        }

        if (finding.Relation == Relation.Against)
        {
            Oppose(first, second, finding.Reason);
        }
        else if (finding.Relation != Relation.None)
        {
            var (kept, gone) = finding.Relation == Relation.Less || (finding.Relation == Relation.Same && first.RecordedAt > second.RecordedAt) ? (second, first) : (first, second);
            _beliefs.Put(Merge(kept, gone, Relation.Same, now));
            _beliefs.Supersede(gone, kept, Words.Repeated);
        }
    }

    private Relation Between(Memory fact, Memory belief) => Finding(fact, belief)?.Relation ?? RelationRules.Between(fact, belief) ?? Relation.None;

    private RelationFinding? Finding(Memory fact, Memory belief) => _findings.GetValueOrDefault((fact.Id, belief.Id));

    private void Oppose(Memory fact, Memory belief, string? reason)
    {
        var (winner, loser) = Standing.Compare(fact, belief) > 0 ? (fact, belief) : (belief, fact);
        _beliefs.Supersede(loser, winner, reason ?? Words.Contradicted);
    }

    private Memory Merge(Memory belief, Memory fact, Relation relation, DateTimeOffset now)
    {
        var (mark, said) = (FactMark.Of(belief), FactMark.Of(fact));
        var later = Standing.Said.Compare(fact, belief) > 0 ? fact : belief;
        var text = relation == Relation.More ? Finding(fact, belief)?.Text ?? fact.Content : belief.Content;
        var merged = new Memory(belief)
        {
            Content = text,
            Keywords = [.. belief.Keywords.Union(fact.Keywords, StringComparer.OrdinalIgnoreCase)],
            EventTime = relation == Relation.More ? fact.EventTime ?? belief.EventTime : belief.EventTime ?? fact.EventTime,
            ObservedAt = later.ObservedAt,
            ValidFrom = belief.ValidFrom is { } from && fact.ValidFrom is { } since ? (since < from ? since : from) : belief.ValidFrom ?? fact.ValidFrom,
            Score = belief.Score is { } score && fact.Score is { } other ? Math.Max(score, other) : belief.Score ?? fact.Score,
            Sources = [.. belief.Sources.Union(fact.Sources).TakeLast(MaxSources)],
            Use = belief.Use with { Reinforced = belief.Use.Reinforced + 1, LastReinforced = now },
        };
        return (mark with
        {
            Said = [.. mark.Said.Union(said.Said, StringComparer.Ordinal)],
            Place = FactMark.Of(later).Place,
            Attribute = mark.Attribute ?? said.Attribute,
            Subject = mark.Attribute is null ? said.Subject : mark.Subject,
            Value = mark.Attribute is null || relation == Relation.More ? said.Value ?? mark.Value : mark.Value,
            Single = mark.Attribute is null ? said.Single : mark.Single,
            Negated = mark.Attribute is null ? said.Negated : mark.Negated,
        }).On(merged);
    }
}
