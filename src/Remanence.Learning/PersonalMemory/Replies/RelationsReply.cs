namespace Remanence.PersonalMemory.Replies;

/// <summary>What a model found between facts.</summary>
internal sealed record RelationsReply
{
    public required IReadOnlyList<RelationReply> Relations { get; init; }
}
