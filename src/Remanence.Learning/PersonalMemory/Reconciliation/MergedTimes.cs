using Remanence.Memories;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>The time of two statements of one value, of which one tells of a change long past.</summary>
internal static class MergedTimes
{
    /// <summary>
    /// Who says "I live in Oslo" and "in 2019 I moved to Oslo" lives there by the later of the two; the other's time is still one that the memory speaks of.
    /// </summary>
    public static Memory Of(Memory merged, Memory one, Memory other)
    {
        if (Standing.LongPast(one) is null && Standing.LongPast(other) is null)
        {
            return merged;
        }

        var (later, earlier) = Standing.Said.Compare(one, other) >= 0 ? (one, other) : (other, one);
        var more = earlier.EventTimes.Where(time => time != later.EventTime).Concat(later.EventTimes.Skip(later.EventTime is null ? 0 : 1)).Distinct();
        return new Memory(merged)
        {
            EventTime = later.EventTime,
            ObservedAt = later.ObservedAt,
            State = (merged.State ?? new MemoryState()) with { MoreTimes = [.. more.Select(FurtherTime.Of)] },
        };
    }
}
