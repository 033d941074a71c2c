using System.ComponentModel;

namespace Remanence.TaskMemory.Lessons;

/// <summary>A lesson of the simple flow as a model gives it.</summary>
internal sealed record SimpleLessonReply
{
    [Description("The situation in which the lesson applies.")]
    public string WhenToUse { get; init; } = "";

    [Description("The lesson, in general words.")]
    public string Memory { get; init; } = "";
}
