using Remanence.Memories;

namespace Remanence.TaskMemory.Plans;

/// <summary>Texts of lessons.</summary>
internal static class LessonText
{
    /// <summary>By which a stored lesson like this one is found.</summary>
    public static string SearchText(Memory memory) => memory.Trigger is { } trigger ? $"{trigger}\n{memory.Content}" : memory.Content;
}
