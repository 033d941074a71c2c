using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>What a new lesson is to known ones.</summary>
internal sealed record VerdictReply
{
    [Description("One for each known lesson, in their order: same, contradicts or different.")]
    public IReadOnlyList<string> Verdicts { get; init; } = [];
}
