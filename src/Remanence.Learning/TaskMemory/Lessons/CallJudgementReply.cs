using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>What a model thinks of a tool's call.</summary>
internal sealed record CallJudgementReply
{
    [Description("What the call did, in a sentence.")]
    public string Summary { get; init; } = "";

    [Description("How useful its result is, and why.")]
    public string Evaluation { get; init; } = "";

    [Description("1 when the result is useful, 0 when it is not.")]
    public required double Score { get; init; }
}
