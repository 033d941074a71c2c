using Remanence.Editing;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;
using Remanence.Stores.History;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What is believed about a person while new facts are taken in: stored facts, and what became of them.</summary>
internal sealed class Beliefs
{
    private readonly Dictionary<string, Memory> _stored;
    private readonly Dictionary<string, Memory> _now;
    private readonly List<string> _confirmed = [];

    public Beliefs(IEnumerable<Memory> stored)
    {
        _stored = stored.ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        _now = new Dictionary<string, Memory>(_stored, StringComparer.Ordinal);
    }

    public IReadOnlyList<Memory> All => [.. _now.Values];

    public IReadOnlyList<Memory> Active => [.. _now.Values.Where(memory => memory.Status == MemoryStatus.Active)];

    /// <summary>
    /// All that was said for or against a value of an attribute that has several, as far as it did not expire, the last that counts at the end.
    /// </summary>
    public IReadOnlyList<Memory> About(FactState value) =>
        [
            .. _now
                .Values.Where(memory =>
                    memory.Status != MemoryStatus.Expired && FactMark.Of(memory) is var mark && mark.Slot == value.Slot && RelationRules.SameValue(mark, value))
                .Order(Comparer<Memory>.Create(Standing.Compare)),
        ];

    public Memory? Find(string id) => _now.GetValueOrDefault(id);

    /// <summary>The belief that was made of the same words of the same messages already, whatever became of it since.</summary>
    public Memory? Knowing(Memory fact)
    {
        var mark = FactMark.Of(fact);
        var text = FactText.Normal(fact.Content);
        return _now.Values.Where(Knows).OrderBy(belief => belief.Status).ThenByDescending(belief => belief, Standing.Said).FirstOrDefault();

        bool Knows(Memory belief)
        {
            if (belief.Id == fact.Id)
            {
                return true;
            }

            var known = FactMark.Of(belief);
            return mark.Said.Count > 0
                && mark.Said.All(key => known.Said.Contains(key, StringComparer.Ordinal))
                && (
                    FactText.Normal(belief.Content) == text
                    || (mark.Slot is not null && mark.Slot == known.Slot && mark.Negated == known.Negated && RelationRules.SameValue(mark, known)));
        }
    }

    public void Confirm(Memory belief) => _confirmed.Add(belief.Id);

    public void Put(Memory memory) => _now[memory.Id] = memory;

    /// <summary>Ends a belief: it stays, with the time until which it held, its successor and the reason.</summary>
    public void Supersede(Memory loser, Memory winner, string reason)
    {
        if (loser.Id == winner.Id || Find(loser.Id) is not { } current)
        {
            return;
        }

        var from = winner.ValidFrom ?? winner.ObservedAt;
        var until = current.ValidFrom is { } began && from < began ? began : from;
        Put((FactMark.Of(current) with { Reason = reason }).On(new Memory(current)
        {
            Status = MemoryStatus.Superseded,
            SupersededBy = winner.Id,
            ValidTo = until,
        }));
    }

    /// <summary>
    /// Puts the values of an attribute that has one at a time in a row: each holds from when it was said until the next one was. Where no value is
    /// known, several may be known not to hold.
    /// </summary>
    public void Order(FactState held)
    {
        if (held.Slot is not { } slot || !held.Single)
        {
            return;
        }

        var row = _now.Values.Where(memory => memory.Status != MemoryStatus.Expired && FactMark.Of(memory) is { Single: true } other && other.Slot == slot)
            .Order(Comparer<Memory>.Create(Standing.Compare)).ToList();
        // What was said before and is said again counts from its last time: batches that arrive in another order are joined at other places.
        var said = row.GroupBy(memory => FactMark.Of(memory) is var mark ? (FactText.Normal(mark.Value ?? memory.Id), mark.Negated) : default)
            .Select(same => same.Last().Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (memory, next) in row.Zip(row.Skip(1)).Where(pair => !said.Contains(pair.First.Id)))
        {
            Supersede(memory, next, FactMark.Of(memory).Reason ?? Words.Changed);
        }

        var holding = new List<Memory>();
        foreach (var memory in row.Where(memory => said.Contains(memory.Id)))
        {
            var mark = FactMark.Of(memory);
            if (!mark.Negated || holding.Exists(belief => FactMark.Of(belief) is { Negated: false } value && RelationRules.Denies(mark, value)))
            {
                holding.ForEach(belief => Supersede(belief, memory, FactMark.Of(belief).Reason ?? Words.Changed));
                holding.Clear();
            }
            else if (holding.Find(belief => !FactMark.Of(belief).Negated) is { } value)
            {
                // A "not any more" ends only the value that it names.
                Supersede(memory, value, Words.Contradicted);
                continue;
            }

            // What something else than a value of the same attribute ended stays ended.
            holding.Add(
                memory.SupersededBy is { } by && Find(by) is { Status: MemoryStatus.Active } ender && FactMark.Of(ender).Slot is { } other && other != slot
                    ? memory
                    : Restore(memory));
        }
    }

    public MemoryEdits Edits(DateTimeOffset now)
    {
        var edits = new MemoryEdits();
        foreach (var memory in _now.Values)
        {
            if (!_stored.TryGetValue(memory.Id, out var before))
            {
                edits.Inserts.Add(memory);
            }
            else if (!ReferenceEquals(memory, before) && !IsSame(memory, before))
            {
                var operation = (before.Status, memory.Status) switch
                {
                    (MemoryStatus.Active, MemoryStatus.Superseded) => HistoryOperation.Superseded,
                    (not MemoryStatus.Active, MemoryStatus.Active) => HistoryOperation.Restored,
                    _ => HistoryOperation.Updated,
                };
                edits.Update(memory, before, operation, now);
            }
        }

        edits.Standing.AddRange(_confirmed.Distinct(StringComparer.Ordinal).Select(id => _now[id]).Where(memory => memory.Status == MemoryStatus.Active));
        return edits;
    }

    /// <summary>Believes again what was ended.</summary>
    public Memory Restore(Memory memory)
    {
        if (memory.Status == MemoryStatus.Active && memory.ValidTo is null)
        {
            return memory;
        }

        var restored = (FactMark.Of(memory) with { Reason = null }).On(
            new Memory(memory)
            {
                Status = MemoryStatus.Active,
                SupersededBy = null,
                ValidTo = null,
            });
        Put(restored);
        return restored;
    }

    /// <summary>Believes again what a statement about somebody else ended.</summary>
    public void RestoreOthers()
    {
        foreach (var memory in All.Where(memory => memory is { Status: MemoryStatus.Superseded, SupersededBy: not null }))
        {
            var (mark, by) = (FactMark.Of(memory), FactMark.Of(Find(memory.SupersededBy!) ?? memory));
            if (mark.Attribute is not null && mark.Attribute == by.Attribute && mark.Slot != by.Slot)
            {
                Restore(memory);
            }
        }
    }

    private static bool IsSame(Memory one, Memory other) =>
        one.Status == other.Status
        && one.SupersededBy == other.SupersededBy
        && one.ValidTo == other.ValidTo
        && one.ValidFrom == other.ValidFrom
        && one.Content == other.Content
        && one.ObservedAt == other.ObservedAt
        && one.Use == other.Use
        && one.Sources.SequenceEqual(other.Sources)
        && one.State == other.State;
}
