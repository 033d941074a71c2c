using System.ComponentModel;

namespace Remanence.PersonalMemory.Replies;

/// <summary>What one fact is to another.</summary>
internal sealed record RelationReply
{
    [Description("The number of the first fact.")]
    public required int First { get; init; }

    [Description("The number of the second fact.")]
    public required int Second { get; init; }

    [Description("What the first is to the second: same, more, less or against.")]
    public required string Relation { get; init; }

    [Description("For more: both in one sentence, where the first is not that already.")]
    public string? Text { get; init; }

    [Description("For against: why, in a few words.")]
    public string? Reason { get; init; }
}
