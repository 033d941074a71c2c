namespace Remanence.PersonalMemory.Replies;

/// <summary>Memories as a model ranks them.</summary>
internal sealed record RankReply
{
    public required IReadOnlyList<RankedReply> Rankings { get; init; }
}
