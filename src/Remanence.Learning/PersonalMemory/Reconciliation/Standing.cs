using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Which of two statements counts when they cannot both hold.</summary>
internal static class Standing
{
    /// <summary>The user's own word counts more than anybody's about them; among equals the later one counts, whichever was stored first.</summary>
    public static int Compare(Memory one, Memory other)
    {
        var by = Authority(one).CompareTo(Authority(other));
        by = by != 0 ? by : Time(one).CompareTo(Time(other));

        // Of two things said in one breath the one said in the end: ids would not be the same the next time.
        return by != 0 ? by : string.CompareOrdinal(FactText.Normal(one.Content), FactText.Normal(other.Content));
    }

    /// <summary>When it was last said, or corrected by hand.</summary>
    public static DateTimeOffset Time(Memory memory) => FactMark.Of(memory).Corrected is { } corrected && corrected > memory.ObservedAt ? corrected : memory.ObservedAt;

    private static int Authority(Memory memory) => memory.Role is "assistant" or "tool" or "system" ? 0 : 1;
}
