using System.ComponentModel;

namespace Remanence.PersonalMemory.Replies;

/// <summary>How much one message tells about a person.</summary>
internal sealed record ScoreReply
{
    [Description("The number of the message.")]
    public required int Message { get; init; }

    [Description("0 to 3.")]
    public required int Score { get; init; }
}
