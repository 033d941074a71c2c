namespace Remanence.PersonalMemory.Replies;

/// <summary>How much messages tell about a person.</summary>
internal sealed record ScoresReply
{
    public required IReadOnlyList<ScoreReply> Scores { get; init; }
}
