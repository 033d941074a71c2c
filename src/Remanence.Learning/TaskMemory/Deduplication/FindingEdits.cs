using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>What findings make of the store: what is new is inserted, what says the same reinforces, what contradicts supersedes.</summary>
internal static class FindingEdits
{
    public static MemoryEdits Of(IReadOnlyList<DuplicateFinding> findings, IReadOnlyList<Memory> stored, DateTimeOffset now)
    {
        var edits = new MemoryEdits();
        AddTo(edits, findings, stored, now);
        return edits;
    }

    /// <param name="edits">Receives the changes.</param>
    /// <param name="findings">One a new memory.</param>
    /// <param name="stored">The present state of the memories that the findings name, and of the candidates' ids.</param>
    /// <param name="now">The present.</param>
    public static void AddTo(MemoryEdits edits, IReadOnlyList<DuplicateFinding> findings, IReadOnlyList<Memory> stored, DateTimeOffset now)
    {
        var known = stored.ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        var reinforced = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (
                finding.Verdict == Verdict.Same
                && finding.Other is { } other
                && (known.ContainsKey(other.Id) || edits.Inserts.Exists(insert => insert.Id == other.Id)))
            {
                reinforced[other.Id] = reinforced.GetValueOrDefault(other.Id) + 1;
            }
            else
            {
                Insert(finding, known, edits, now);
            }
        }

        foreach (var (id, times) in reinforced)
        {
            if (known.TryGetValue(id, out var memory))
            {
                edits.Update(Reinforce(memory, times, now), memory, HistoryOperation.Updated, now);
            }
        }
    }

    private static void Insert(DuplicateFinding finding, Dictionary<string, Memory> known, MemoryEdits edits, DateTimeOffset now)
    {
        if (!known.ContainsKey(finding.Candidate.Id))
        {
            edits.Inserts.Add(finding.Candidate);
        }

        var isStanding =
            finding.Other is { } other
            && (known.GetValueOrDefault(other.Id)?.Status == MemoryStatus.Active || edits.Inserts.Exists(insert => insert.Id == other.Id));
        if (finding.Verdict == Verdict.Contradicts && isStanding && !edits.Supersessions.Exists(each => each.MemoryId == finding.Other!.Id))
        {
            edits.Supersessions.Add(new Supersession(finding.Other!.Id, finding.Candidate.Id, now));
        }
    }

    private static Memory Reinforce(Memory memory, int times, DateTimeOffset now) => new(memory)
    {
        Use = memory.Use with { Reinforced = memory.Use.Reinforced + times, LastReinforced = now },
    };
}
