using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores.History;

namespace Remanence.TaskMemory.Usage;

/// <summary>Uses are counted apart from uses that helped, so that a memory which is often returned and seldom helps can be told and forgotten.</summary>
internal static class UsageRules
{
    /// <summary>Counts on top of what is stored; memories that are not there any more are passed over.</summary>
    public static MemoryEdits Count(IReadOnlyList<UsageCount> counts, IReadOnlyList<Memory> stored, DateTimeOffset now)
    {
        var edits = new MemoryEdits();
        var known = stored.ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        foreach (var count in counts.GroupBy(count => count.MemoryId, StringComparer.Ordinal))
        {
            if (known.TryGetValue(count.Key, out var memory))
            {
                edits.Update(Count(memory, count.Sum(each => each.Used), count.Sum(each => each.Helped), now), memory, HistoryOperation.Updated, now);
            }
        }

        return edits;
    }

    /// <summary>Whether the memory was used often enough to judge, and helped too seldom.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="frequencyThreshold">From so many uses on it is judged.</param>
    /// <param name="utilityThreshold">The least share of uses that must have helped.</param>
    public static bool IsUseless(Memory memory, int frequencyThreshold, double utilityThreshold) =>
        memory.Use.Retrieved > 0
        && memory.Use.Retrieved >= frequencyThreshold
        && memory.Use.Helpful / (double)memory.Use.Retrieved < utilityThreshold;

    private static Memory Count(Memory memory, int used, int helped, DateTimeOffset now) => new(memory)
    {
        Use = memory.Use with
        {
            Retrieved = memory.Use.Retrieved + used,
            Helpful = memory.Use.Helpful + helped,
            LastRetrieved = used > 0 ? now : memory.Use.LastRetrieved,
            LastHelpful = helped > 0 ? now : memory.Use.LastHelpful,
        },
    };
}
