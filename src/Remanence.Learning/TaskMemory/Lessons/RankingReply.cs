using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>An order of candidates.</summary>
internal sealed record RankingReply
{
    [Description("The numbers of all candidates, the most useful first.")]
    public IReadOnlyList<int> RankedIndices { get; init; } = [];

    [Description("Why, in a sentence.")]
    public string? Reasoning { get; init; }
}
