using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>A lesson as a model gives it; also what the memory's metadata holds.</summary>
internal sealed record LessonReply
{
    [Description("The situation in which the lesson applies.")]
    public string WhenToUse { get; init; } = "";

    [Description("The lesson itself, usable without the run it came from.")]
    public string Experience { get; init; } = "";

    [Description("A few keywords.")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Description("How sure it is, 0 to 1.")]
    public double? Confidence { get; init; }

    [Description("What kind of step it is about: reasoning, action, observation or decision.")]
    public string? StepType { get; init; }

    [Description("Names of the tools it is about.")]
    public IReadOnlyList<string> ToolsUsed { get; init; } = [];
}
