using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>Which of two statements counts when they cannot both hold.</summary>
internal static class Standing
{
    // "Last week I moved" is news; who tells of last year tells how it came to be.
    private static readonly TimeSpan News = TimeSpan.FromDays(90);

    // Of what an older Remanence found no place is known: it stands before everything of its time.
    private static readonly FactPlace Unknown = new() { Came = DateTimeOffset.MinValue };

    /// <summary>Statements in the order in which they were said, or corrected by hand.</summary>
    public static readonly Comparer<Memory> Said = Comparer<Memory>.Create(CompareSaid);

    /// <summary>The user's own word counts more than anybody's about them; among equals the later one counts, whichever was stored first.</summary>
    public static int Compare(Memory one, Memory other)
    {
        var by = Authority(one).CompareTo(Authority(other));
        return by != 0 ? by : CompareSaid(one, other);
    }

    /// <summary>
    /// When it was last said, or corrected by hand; of a change that is told as long past ("in 2019 I moved to Bern"), when that was: it changes nothing of
    /// what came to hold since.
    /// </summary>
    public static DateTimeOffset Time(Memory memory) => Correction(memory) ?? LongPast(memory) ?? memory.ObservedAt;

    /// <summary>When the change was that is told as long past; null: it is news, or none.</summary>
    public static DateTimeOffset? LongPast(Memory memory) =>
        memory.EventTime is { Precision: not TimePrecision.Vague, Interval.End: var end }
        && end < memory.ObservedAt - News
        && FactMark.Of(memory) is { Negated: false, Attribute: { } attribute }
        && Attributes.Changes(attribute)
            ? end
            : null;

    private static DateTimeOffset? Correction(Memory memory) =>
        FactMark.Of(memory).Corrected is { } corrected && corrected > memory.ObservedAt ? corrected : null;

    private static int CompareSaid(Memory one, Memory other)
    {
        var by = Time(one).CompareTo(Time(other));
        by = by != 0 ? by : Places.Order.Compare(Place(one), Place(other));

        // Nothing that was said tells them apart any more, but the result must be the same the next time, for which ids do not do.
        by = by != 0 ? by : string.CompareOrdinal(FactText.Normal(one.Content), FactText.Normal(other.Content));
        return by != 0 ? by : string.CompareOrdinal(one.Id, other.Id);
    }

    // A correction comes after all that was said at its moment.
    private static FactPlace Place(Memory memory) =>
        Correction(memory) is { } corrected ? new FactPlace { Came = corrected, Message = int.MaxValue }
        : FactMark.Of(memory).Places is [.., var last] ? last
        : Unknown;

    private static int Authority(Memory memory) => memory.Role is "assistant" or "tool" or "system" ? 0 : 1;
}
