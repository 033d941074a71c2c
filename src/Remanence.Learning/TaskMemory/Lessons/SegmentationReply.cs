using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>Where the parts of a run end.</summary>
internal sealed record SegmentationReply
{
    [Description("Numbers of the steps with which a part ends.")]
    public IReadOnlyList<int> SegmentPoints { get; init; } = [];
}
