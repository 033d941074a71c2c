using System.ComponentModel;

namespace Remanence.PersonalMemory.Replies;

/// <summary>A fact as the model states it.</summary>
internal sealed record ObservedFact
{
    [Description("The fact: one sentence that is understood alone.")]
    public required string Fact { get; init; }

    [Description("The numbers of the messages that say it.")]
    public required IReadOnlyList<int> Messages { get; init; }

    [Description("A few words by which one would look for it.")]
    public IReadOnlyList<string>? Keywords { get; init; }

    [Description("How sure it is that it holds, from 0 to 1.")]
    public double? Confidence { get; init; }

    [Description("Who or what it is about; empty for the user.")]
    public string? Subject { get; init; }

    [Description("The attribute, a short English name; empty when it is none.")]
    public string? Attribute { get; init; }

    [Description("The attribute's value.")]
    public string? Value { get; init; }

    [Description("Whether the attribute has one value at a time.")]
    public bool? Single { get; init; }

    [Description("Whether the fact says that the value does not hold, or no longer.")]
    public bool? Negated { get; init; }
}
