namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What a model found between a new statement and another, new or stored.</summary>
/// <param name="FirstId">The memory's id of the first.</param>
/// <param name="SecondId">Of the second.</param>
/// <param name="Relation">What the first is to the second.</param>
/// <param name="Text">For <see cref="Relation.More"/>: both in one sentence, where neither is that already.</param>
/// <param name="Reason">Why, in a few words.</param>
internal sealed record RelationFinding(string FirstId, string SecondId, Relation Relation, string? Text, string? Reason);
