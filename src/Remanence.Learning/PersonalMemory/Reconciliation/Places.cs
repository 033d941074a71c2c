using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Where in what was told the messages stand that say a fact.</summary>
internal static class Places
{
    /// <summary>By the conversation that came first, then the message, then the part of it.</summary>
    public static readonly Comparer<FactPlace> Order = Comparer<FactPlace>.Create(Compare);

    /// <summary>The places at which either of two statements was said at the later one's time. A message that came again stands where it came first.</summary>
    public static IReadOnlyList<FactPlace>? Last(Memory one, Memory other)
    {
        var (places, others) = (FactMark.Of(one).Places, FactMark.Of(other).Places);
        if (Standing.LongPast(one) is not null || Standing.LongPast(other) is not null)
        {
            return Standing.Said.Compare(one, other) >= 0 ? places : others;
        }

        return one.ObservedAt.CompareTo(other.ObservedAt) switch
        {
            > 0 => places,
            < 0 => others,
            _ when places is null || others is null => places ?? others,
            _ => [.. places.Concat(others).GroupBy(place => place.Said, StringComparer.Ordinal).Select(First).Order(Order)],
        };
    }

    // Where a message came first; what it says twice, it says last where it says it last.
    private static FactPlace First(IEnumerable<FactPlace> same)
    {
        var first = same.Min(Order)!;
        return same.Where(place => place.Came == first.Came && place.Message == first.Message).MaxBy(place => place.Part)!;
    }

    private static int Compare(FactPlace one, FactPlace other)
    {
        var by = one.Came.CompareTo(other.Came);
        by = by != 0 ? by : one.Message.CompareTo(other.Message);
        return by != 0 ? by : one.Part.CompareTo(other.Part);
    }
}
