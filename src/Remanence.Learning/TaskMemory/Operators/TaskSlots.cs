using System.Text.Json;
using Remanence.Editing;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.TaskMemory.Deduplication;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Operators;

/// <summary>What the operators of task memory hand to each other, and what calls give them.</summary>
internal static class TaskSlots
{
    /// <summary>At most so many memories.</summary>
    public static readonly Slot<int?> TopK = new("top_k");

    /// <summary>Task runs as clients send them.</summary>
    public static readonly Slot<JsonElement> Trajectories = new("trajectories");

    /// <summary>The memories found, best first.</summary>
    public static readonly Slot<IReadOnlyList<ScoredMemory>> Recalled = new("recalled_memories");

    public static readonly Slot<IReadOnlyList<Trajectory>> AllRuns = new("all_trajectories");

    public static readonly Slot<IReadOnlyList<Trajectory>> SuccessRuns = new("success_trajectories");

    public static readonly Slot<IReadOnlyList<Trajectory>> FailureRuns = new("failure_trajectories");

    /// <summary>The same runs, read by rules.</summary>
    public static readonly Slot<IReadOnlyList<TaskRun>> TaskRuns = new("task_runs");

    public static readonly Slot<IReadOnlyList<Memory>> SuccessMemories = new("success_task_memories");

    public static readonly Slot<IReadOnlyList<Memory>> FailureMemories = new("failure_task_memories");

    public static readonly Slot<IReadOnlyList<Memory>> ComparativeMemories = new("comparative_task_memories");

    /// <summary>Lessons that may be stored; set only when there was anything to judge.</summary>
    public static readonly Slot<IReadOnlyList<Memory>> Validated = new("validated_task_memories");

    /// <summary>Lessons, each with what it is to those stored.</summary>
    public static readonly Slot<IReadOnlyList<DuplicateFinding>> Findings = new("task_memory_findings");

    public static readonly Slot<IReadOnlyList<ExperienceDraft>> SuccessDrafts = new("success_experience");

    public static readonly Slot<IReadOnlyList<ExperienceDraft>> FailureDrafts = new("failure_experience");

    public static readonly Slot<JsonElement> MemoryDicts = new("memory_dicts");

    public static readonly Slot<bool> UpdateUtility = new("update_utility");

    public static readonly Slot<int> FrequencyThreshold = new("freq_threshold");

    public static readonly Slot<double> UtilityThreshold = new("utility_threshold");

    public static readonly Slot<string> Action = new("action");

    public static readonly Slot<string> Path = new("path");

    public static readonly Slot<string> SourceWorkspace = new("src_workspace_id");

    public static readonly Slot<IReadOnlyList<string>> MemoryIds = new("memory_ids");

    public static readonly Slot<JsonElement> ToolCallResults = new("tool_call_results");

    public static readonly Slot<string> ToolNames = new("tool_names");
}
