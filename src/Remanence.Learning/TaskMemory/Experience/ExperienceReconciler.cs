using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.TaskMemory.Experience;

/// <summary>
/// Brings drafts together with what is stored: a new course of action is stored, one that went the same way again is reinforced, one that ended otherwise
/// supersedes what was believed. A run that was sent before changes nothing.
/// </summary>
internal static class ExperienceReconciler
{
    // The runs that a memory remembers by name; older ones are forgotten first.
    private const int MaxRuns = 64;

    /// <summary>The ids of which the stored state must be known.</summary>
    public static IReadOnlyList<string> IdsOf(IReadOnlyList<ExperienceDraft> drafts) =>
        [.. drafts.SelectMany(draft => Enum.GetValues<Outcome>().Select(outcome => ExperienceWriter.IdOf(draft.Course, outcome)))];

    /// <param name="drafts">One a course of action.</param>
    /// <param name="stored">The stored memories among <see cref="IdsOf"/>.</param>
    /// <param name="now">The present.</param>
    public static MemoryEdits Reconcile(IReadOnlyList<ExperienceDraft> drafts, IReadOnlyList<Memory> stored, DateTimeOffset now)
    {
        var known = stored.ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        var edits = new MemoryEdits();
        foreach (var draft in drafts)
        {
            Reconcile(draft, known, edits, now);
        }

        return edits;
    }

    private static void Reconcile(ExperienceDraft draft, Dictionary<string, Memory> known, MemoryEdits edits, DateTimeOffset now)
    {
        var standing = known.GetValueOrDefault(draft.Memory.Id);
        var runs = standing is null ? [] : RunsOf(standing);
        var fresh = draft.Runs.Except(runs, StringComparer.Ordinal).ToList();
        var others = Enum.GetValues<Outcome>().Where(outcome => outcome != draft.Outcome)
            .Select(outcome => (Outcome: outcome, Memory: known.GetValueOrDefault(ExperienceWriter.IdOf(draft.Course, outcome))))
            .Where(other => other.Memory is { Status: MemoryStatus.Active }).ToList();

        // A run that nobody scored does not contradict one that somebody did.
        if (fresh.Count == 0 || (draft.Outcome == Outcome.Unknown && others.Count > 0))
        {
            AddContrast(draft, standing, edits, now);
            edits.Standing.AddRange(
                ((Memory?[])[standing, .. others.Select(other => other.Memory)])
                    .OfType<Memory>().Where(memory => memory.Status == MemoryStatus.Active).Take(1));
            return;
        }

        if (standing is null)
        {
            edits.Inserts.Add(Remember(draft.Memory, fresh, draft.HasContrast));
        }
        else
        {
            edits.Update(
                Reinforce(standing, draft, runs, fresh, now),
                standing,
                standing.Status == MemoryStatus.Active ? HistoryOperation.Updated : HistoryOperation.Restored,
                now);
        }

        edits.Supersessions.AddRange(others.Select(other => new Supersession(other.Memory!.Id, draft.Memory.Id, now)));
    }

    // The same runs with another beside them say more than they did alone.
    private static void AddContrast(ExperienceDraft draft, Memory? standing, MemoryEdits edits, DateTimeOffset now)
    {
        if (standing is { Status: MemoryStatus.Active } && draft.HasContrast && !HasContrast(standing))
        {
            edits.Update(
                Remember(new Memory(standing) { Content = draft.Memory.Content }, RunsOf(standing), hasContrast: true),
                standing,
                HistoryOperation.Updated,
                now);
        }
    }

    private static Memory Reinforce(Memory standing, ExperienceDraft draft, IReadOnlyList<string> runs, List<string> fresh, DateTimeOffset now)
    {
        var says = draft.HasContrast && !HasContrast(standing);
        return Remember(
            new Memory(standing)
            {
                Content = says ? draft.Memory.Content : standing.Content,
                Status = MemoryStatus.Active,
                SupersededBy = null,
                ValidTo = standing.Status == MemoryStatus.Active ? standing.ValidTo : null,
                Use = standing.Use with { Reinforced = standing.Use.Reinforced + fresh.Count, LastReinforced = now },
            },
            [.. runs, .. fresh],
            says || HasContrast(standing));
    }

    private static Memory Remember(Memory memory, IReadOnlyList<string> runs, bool hasContrast)
    {
        var (state, last) = (memory.State ?? new MemoryState(), runs.Skip(Math.Max(runs.Count - MaxRuns, 0)));
        var experience = (state.Experience ?? new ExperienceState()) with { Runs = [.. last], Contrast = hasContrast || HasContrast(memory) };
        return new Memory(memory) { State = state with { Experience = experience } };
    }

    private static bool HasContrast(Memory memory) => memory.State?.Experience is { Contrast: true };

    private static IReadOnlyList<string> RunsOf(Memory memory) => memory.State?.Experience?.Runs ?? [];
}
