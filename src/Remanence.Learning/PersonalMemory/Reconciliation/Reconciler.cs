using Remanence.Editing;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>
/// Settles new facts with the stored ones: a fact is added, reinforces or refines one that stands, takes its place or yields to it, or is known already. It
/// depends on when things were said and not on when they arrived, so that two batches give the same beliefs in either order.
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
        foreach (var fact in reconciler.TellApart([.. facts]).Order(Standing.Said))
        {
            reconciler.Take(fact, now);
        }

        // What the model found among stored facts alone.
        foreach (var finding in findings)
        {
            reconciler.Settle(finding, now);
        }

        reconciler.Mend(now);
        return reconciler._beliefs.Edits(now);
    }

    // A second speaker makes the first one's stored statements theirs, and what they had ended of each other's stands again.
    private IEnumerable<Memory> TellApart(IReadOnlyList<Memory> facts)
    {
        var stored = _beliefs.All;
        var apart = SpeakerIdentity.Apart([.. stored, .. facts]);
        var changed = stored.Zip(apart).Where(pair => !ReferenceEquals(pair.First, pair.Second)).ToList();
        foreach (var (_, about) in changed)
        {
            _beliefs.Put(about);
        }

        if (changed.Count > 0)
        {
            _beliefs.RestoreOthers();
            changed.SelectMany(pair => new[] { FactMark.Of(pair.First), FactMark.Of(pair.Second) }).Distinct().ToList().ForEach(Resettle);
        }

        return apart.Skip(stored.Count);
    }

    private void Take(Memory fact, DateTimeOffset now)
    {
        if (_beliefs.Knowing(fact) is { } known)
        {
            _beliefs.Confirm(known);
            SayAgain(known, fact);
            return;
        }

        var related = _beliefs
            .Active.Select(belief => (Belief: belief, Relation: Between(fact, belief)))
            .Where(pair => pair.Relation != Relation.None)
            .ToList();
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

    // A message that came before, at the time that its sender gave: it stands where it came first. One without a time was said again, which is not counted, but
    // what was said between is past.
    private void SayAgain(Memory known, Memory fact)
    {
        var mark = FactMark.Of(known);
        var moved = mark with { Places = Places.Last(known, fact) };
        if (mark.Corrected is null && moved != mark && Standing.LongPast(fact) is null)
        {
            _beliefs.Put(moved.On(new Memory(known) { ObservedAt = Later(known, fact) }));
            Resettle(mark);
        }
    }

    // Which of the statements about one value was the last, after one of them has found another place.
    private void Resettle(FactState mark)
    {
        if (mark.Single || mark.Slot is null)
        {
            _beliefs.Order(mark);
            return;
        }

        var row = _beliefs.About(mark);
        if (row.Count == 0)
        {
            return;
        }

        var negated = FactMark.Of(row[^1]).Negated;
        var holds =
            row[^1].SupersededBy is { } by
            && row.FirstOrDefault(belief => belief.Id == by) is { Status: MemoryStatus.Active } successor
            && FactMark.Of(successor).Negated == negated
                ? successor
                : _beliefs.Restore(row[^1]);
        foreach (var belief in row.Where(belief => belief.Status == MemoryStatus.Active && FactMark.Of(belief).Negated != negated))
        {
            _beliefs.Supersede(belief, holds, Words.Contradicted);
        }
    }

    // Both ids name stored facts, or facts that were taken in above and found a place.
    private void Settle(RelationFinding finding, DateTimeOffset now)
    {
        if (
            _beliefs.Find(finding.FirstId) is not { Status: MemoryStatus.Active } first
            || _beliefs.Find(finding.SecondId) is not { Status: MemoryStatus.Active } second)
        {
            return;
        }

        if (finding.Relation == Relation.Against)
        {
            Oppose(first, second, finding.Reason);
        }
        else if (finding.Relation != Relation.None)
        {
            var (kept, gone) =
                finding.Relation == Relation.Less || (finding.Relation == Relation.Same && first.RecordedAt > second.RecordedAt)
                    ? (second, first)
                    : (first, second);
            _beliefs.Put(Merge(kept, gone, Relation.Same, now));
            _beliefs.Supersede(gone, kept, Words.Repeated);
        }
    }

    // What stands side by side and must not: stored so by an older Remanence, by hand or by an import.
    private void Mend(DateTimeOffset now)
    {
        foreach (var same in Several(_beliefs.Active, fact => FactText.Normal(fact.Content)))
        {
            Join(same, now);
            _beliefs.Order(FactMark.Of(same[^1]));
        }

        foreach (var slot in Several(_beliefs.Active, fact => FactMark.Of(fact).Slot))
        {
            if (FactMark.Of(slot[0]) is { Single: true } single)
            {
                _beliefs.Order(single);
                continue;
            }

            foreach (var same in Several(slot, fact => FactMark.Of(fact).Value is { } value ? FactText.Normal(value) : null))
            {
                Join(same, now);
            }

            // Only these may name one thing more closely than another.
            foreach (var (less, more) in FactMark.Of(slot[0]).Attribute is Attributes.Pet or Attributes.Family ? Pairs(slot) : [])
            {
                Join([less, more], now);
            }
        }
    }

    // Where several facts have one key: they, in the order in which they were said.
    private static IReadOnlyList<IReadOnlyList<Memory>> Several(IEnumerable<Memory> facts, Func<Memory, string?> key) =>
        [
            .. facts
                .GroupBy(key, StringComparer.Ordinal)
                .Where(group => !string.IsNullOrEmpty(group.Key))
                .Select(group => group.Order(Standing.Said).ToList())
                .Where(group => group.Count > 1),
        ];

    private static IEnumerable<(Memory Less, Memory More)> Pairs(IReadOnlyList<Memory> facts) =>
        from less in facts from more in facts where !ReferenceEquals(less, more) && RelationRules.Between(more, less) == Relation.More select (less, more);

    // The last stands: it takes in those that say the same, and ends the others.
    private void Join(IReadOnlyList<Memory> facts, DateTimeOffset now)
    {
        foreach (var fact in facts.SkipLast(1))
        {
            if (_beliefs.Find(fact.Id) is not { Status: MemoryStatus.Active } gone || _beliefs.Find(facts[^1].Id) is not { Status: MemoryStatus.Active } kept)
            {
                continue;
            }

            if (FactMark.Of(gone).Negated == FactMark.Of(kept).Negated)
            {
                _beliefs.Put(Merge(kept, gone, Relation.Same, now));
                _beliefs.Supersede(gone, kept, Words.Repeated);
            }
            else
            {
                Oppose(kept, gone, reason: null);
            }
        }
    }

    private Relation Between(Memory fact, Memory belief) => Finding(fact, belief)?.Relation ?? RelationRules.Between(fact, belief) ?? Relation.None;

    private RelationFinding? Finding(Memory fact, Memory belief) => _findings.GetValueOrDefault((fact.Id, belief.Id));

    private void Oppose(Memory fact, Memory belief, string? reason)
    {
        var (winner, loser) = Standing.Compare(fact, belief) > 0 ? (fact, belief) : (belief, fact);
        _beliefs.Supersede(loser, winner, reason ?? Words.Contradicted);
    }

    private static DateTimeOffset Later(Memory one, Memory other) => one.ObservedAt > other.ObservedAt ? one.ObservedAt : other.ObservedAt;

    private Memory Merge(Memory belief, Memory fact, Relation relation, DateTimeOffset now)
    {
        var (mark, said) = (FactMark.Of(belief), FactMark.Of(fact));
        var text = relation == Relation.More ? Finding(fact, belief)?.Text ?? fact.Content : belief.Content;
        var merged = new Memory(belief)
        {
            Content = text,
            Keywords = [.. belief.Keywords.Union(fact.Keywords, StringComparer.OrdinalIgnoreCase)],
            EventTime = relation == Relation.More ? fact.EventTime ?? belief.EventTime : belief.EventTime ?? fact.EventTime,
            State = relation == Relation.More && fact is { EventTime: not null, State.MoreTimes: { } more }
                ? (belief.State ?? new MemoryState()) with { MoreTimes = more }
                : belief.State,
            ObservedAt = Later(belief, fact),
            ValidFrom = belief.ValidFrom is { } from && fact.ValidFrom is { } since ? (since < from ? since : from) : belief.ValidFrom ?? fact.ValidFrom,
            Score = belief.Score is { } score && fact.Score is { } other ? Math.Max(score, other) : belief.Score ?? fact.Score,
            Sources = [.. belief.Sources.Union(fact.Sources).TakeLast(MaxSources)],
            Use = belief.Use with { Reinforced = belief.Use.Reinforced + 1, LastReinforced = now },
        };
        merged = MergedTimes.Of(merged, belief, fact);
        return (mark with
        {
            Said = [.. mark.Said.Union(said.Said, StringComparer.Ordinal)],
            Places = Places.Last(belief, fact),
            Attribute = mark.Attribute ?? said.Attribute,
            Subject = mark.Attribute is null ? said.Subject : mark.Subject,
            Value = mark.Attribute is null || relation == Relation.More ? said.Value ?? mark.Value : mark.Value,
            Single = mark.Attribute is null ? said.Single : mark.Single,
            Negated = mark.Attribute is null ? said.Negated : mark.Negated,
        }).On(merged);
    }
}
