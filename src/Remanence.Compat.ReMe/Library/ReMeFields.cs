namespace Remanence.Compat.ReMe.Library;

/// <summary>Names of members in ReMe's memory objects.</summary>
internal static class ReMeFields
{
    public const string WorkspaceId = "workspace_id";
    public const string MemoryId = "memory_id";
    public const string MemoryType = "memory_type";
    public const string WhenToUse = "when_to_use";
    public const string Content = "content";
    public const string Score = "score";
    public const string TimeCreated = "time_created";
    public const string TimeModified = "time_modified";
    public const string Author = "author";
    public const string Metadata = "metadata";
    public const string Target = "target";
    public const string ReflectionSubject = "reflection_subject";
    public const string ToolCallResults = "tool_call_results";

    /// <summary>The id in libraries of before September 2025.</summary>
    public const string ExperienceId = "experience_id";

    /// <summary>The type in such libraries; it says nothing.</summary>
    public const string ExperienceType = "experience_type";

    /// <summary>Uses, in the metadata.</summary>
    public const string Frequency = "freq";

    /// <summary>Uses that helped, in the metadata.</summary>
    public const string Utility = "utility";

    /// <summary>How sure of a lesson was who drew it, in the metadata.</summary>
    public const string Confidence = "confidence";

    /// <summary>The kind of a personal memory, in the metadata, where it is not an observation or an insight.</summary>
    public const string Kind = "kind";

    public const string Task = "task";
    public const string Personal = "personal";
    public const string Tool = "tool";
}
