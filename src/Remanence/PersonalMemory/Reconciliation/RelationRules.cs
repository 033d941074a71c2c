using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What can be told of two statements without asking a model.</summary>
internal static class RelationRules
{
    /// <summary>Null: only a reader of both can tell.</summary>
    public static Relation? Between(Memory first, Memory second)
    {
        if (FactText.Normal(first.Content) == FactText.Normal(second.Content))
        {
            return Relation.Same;
        }

        var (one, other) = (FactMark.Of(first), FactMark.Of(second));
        if (one.Slot is null || other.Slot is null)
        {
            return null;
        }

        if (one.Slot != other.Slot)
        {
            return Relation.None;
        }

        if (SameValue(one, other))
        {
            return one.Negated == other.Negated ? Relation.Same : Relation.Against;
        }

        return Exclude(one, other) ? Relation.Against : Relation.None;
    }

    public static bool SameValue(FactMark one, FactMark other) =>
        one.Value is not null && other.Value is not null && FactText.Normal(one.Value) == FactText.Normal(other.Value);

    // That somebody does not live in one place says nothing against another.
    private static bool Exclude(FactMark one, FactMark other) => one.Single && other.Single && !one.Negated && !other.Negated;
}
