namespace Remanence.PersonalMemory.Replies;

/// <summary>What the model found in a stretch of conversation.</summary>
internal sealed record ObservedFacts
{
    public required IReadOnlyList<ObservedFact> Facts { get; init; }
}
