using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>What a model thinks of a lesson.</summary>
internal sealed record ValidationReply
{
    [Description("Whether it is worth keeping.")]
    public required bool IsValid { get; init; }

    [Description("How good it is, 0 to 1.")]
    public required double Score { get; init; }

    [Description("Why, in a sentence.")]
    public string? Feedback { get; init; }

    [Description("How it could be better.")]
    public string? Recommendations { get; init; }
}
