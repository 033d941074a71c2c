using System.ComponentModel;

namespace Remanence.PersonalMemory.Replies;

/// <summary>One insight as a model writes it.</summary>
internal sealed record InsightReply
{
    [Description("The subject, as it is named in the list.")]
    public required string Subject { get; init; }

    [Description("What is known about it: one or two sentences that are understood alone.")]
    public required string Text { get; init; }

    [Description("The numbers of the facts that it is drawn from.")]
    public required IReadOnlyList<int> Facts { get; init; }
}
