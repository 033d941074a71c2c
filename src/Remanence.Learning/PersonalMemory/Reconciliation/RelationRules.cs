using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What can be told of two statements without asking a model.</summary>
internal static class RelationRules
{
    // What is said of what one has, and denies it all the same: "no kids", "the late dog Rex".
    private static readonly string[] Gone = ["no ", "late ", "已故"];

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
            return Kinds.Break(one, other) || Kinds.Break(other, one) ? Relation.Against : Relation.None;
        }

        if (SameValue(one, other))
        {
            return one.Negated == other.Negated ? Relation.Same : Relation.Against;
        }

        if (Denies(one, other) || Denies(other, one))
        {
            return Relation.Against;
        }

        if (one.Attribute is Attributes.Pet or Attributes.Family && one.Negated == other.Negated)
        {
            return Names(one.Value, other.Value) ? Relation.More : Names(other.Value, one.Value) ? Relation.Less : Relation.None;
        }

        return Exclude(one, other) ? Relation.Against : Relation.None;
    }

    /// <summary>Whether the one says that what the other states does not hold: of the same value, or of the kind that it is of.</summary>
    public static bool Denies(FactState denial, FactState belief) =>
        denial.Value is { } value && belief is { Negated: false, Value: { } held } && Denied(denial, value) is { } kind && Denied(belief, held) is null
        && (SameValue(denial, belief) || Kinds.Covers(denial.Attribute, kind, held));

    private static string? Denied(FactState denial, string value) =>
        denial.Negated ? value
        : denial.Attribute is Attributes.Family or Attributes.Pet
        && Array.Find(Gone, gone => value.StartsWith(gone, StringComparison.OrdinalIgnoreCase)) is { } said
            ? value[said.Length..]
        : null;

    public static bool SameValue(FactState one, FactState other) =>
        one.Value is not null && other.Value is not null && FactText.Normal(one.Value) == FactText.Normal(other.Value);

    // "dog Rex" is the dog.
    private static bool Names(string? longer, string? shorter) =>
        longer is not null && shorter is { Length: > 0 } && longer.Length > shorter.Length + 1 && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)
        && (longer[shorter.Length] == ' ' ? char.IsUpper(longer[shorter.Length + 1]) : PromptLanguages.Of(longer[shorter.Length..]) == PromptLanguage.Chinese);

    // That somebody does not live in one place says nothing against another.
    private static bool Exclude(FactState one, FactState other) => one.Single && other.Single && !one.Negated && !other.Negated;
}
