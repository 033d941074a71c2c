using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>What a fact says in a form that can be compared: about whom, which attribute, which value. Compared by content.</summary>
public sealed record FactState
{
    /// <summary>About whom; null: the user whose scope it is in.</summary>
    public string? Subject { get; init; }

    /// <summary>The attribute's name, one that the rules know or one that a model gave; null when it has none.</summary>
    public string? Attribute { get; init; }

    /// <summary>The attribute's value in the words of who said it.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the attribute has one value at a time, so that a new one takes the place of the old.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Of values there is a single one; no type is meant.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Single { get; init; }

    /// <summary>Whether it says that the value does not hold (any more).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Negated { get; init; }

    /// <summary>When its subject or owner corrected it by hand: older words do not undo that. Null: never.</summary>
    public DateTimeOffset? Corrected { get; init; }

    /// <summary>
    /// Where the messages stand that said it at the time at which it was last said; the last of them counts. Null: an older Remanence did not note it.
    /// </summary>
    public IReadOnlyList<FactPlace>? Places { get; init => field = ValueList.OfNullable(value); }

    /// <summary>Why it was superseded; null while it holds.</summary>
    public string? Reason { get; init; }

    /// <summary>By what the messages that say it are known again, the newest at the end.</summary>
    public IReadOnlyList<string> Said { get; init => field = ValueList.Of(value); } = ValueList.Of<string>(null);
}
