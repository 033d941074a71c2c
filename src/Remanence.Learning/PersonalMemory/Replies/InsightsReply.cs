namespace Remanence.PersonalMemory.Replies;

/// <summary>Insights as a model writes them.</summary>
internal sealed record InsightsReply
{
    public required IReadOnlyList<InsightReply> Insights { get; init; }
}
