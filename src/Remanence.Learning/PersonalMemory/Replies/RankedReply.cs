using System.ComponentModel;

namespace Remanence.PersonalMemory.Replies;

/// <summary>How well one memory answers.</summary>
internal sealed record RankedReply
{
    [Description("The number of the memory.")]
    public required int Index { get; init; }

    [Description("How well it helps to answer, 0 to 1.")]
    public required double Score { get; init; }
}
