using Remanence.PersonalMemory.Facts.Rules;

namespace Remanence.PersonalMemory.Facts;

/// <summary>A fact that a sentence states, read by rules.</summary>
/// <param name="Subject">About whom, in the speaker's words without "my"; null: the speaker.</param>
/// <param name="Attribute">Of <see cref="Attributes"/>.</param>
/// <param name="Value">In the speaker's words.</param>
/// <param name="Negated">Whether it says that the value does not hold.</param>
/// <param name="Text">The fact as a sentence that is understood alone; null: by <see cref="FactSentence"/>.</param>
/// <param name="Said">The words that state it, by which it is dated; null: those of the text.</param>
internal sealed record SpokenFact(string? Subject, string Attribute, string Value, bool Negated = false, string? Text = null, string? Said = null)
{
    /// <summary>When or how often, in the speaker's words, where that is understood on any day; null: not said.</summary>
    public string? When { get; init; }

    /// <summary>What follows whom it is about, where it is told in other words than its attribute's: "'s dog Rex died"; null: those.</summary>
    public string? Told { get; init; }
}
