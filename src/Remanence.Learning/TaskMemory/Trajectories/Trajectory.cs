using System.Text.Json;

namespace Remanence.TaskMemory.Trajectories;

/// <summary>One run of a task: what was said and done, and how well it went.</summary>
internal sealed record Trajectory
{
    /// <summary>The task that it is a run of; empty when not given.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The steps.</summary>
    public IReadOnlyList<TrajectoryMessage> Messages { get; init; } = [];

    /// <summary>How well it went, by the agent's own measure; null when nobody said.</summary>
    public double? Score { get; init; }

    /// <summary>What was asked, where the agent says so (<c>metadata.query</c>).</summary>
    public string? Query { get; init; }

    /// <summary>The run in parts (<c>metadata.segments</c>); null: in one.</summary>
    public IReadOnlyList<IReadOnlyList<TrajectoryMessage>>? Segments { get; init; }

    /// <summary>The agent's own object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>What was asked: as the agent says, else the first thing that a user said.</summary>
    public string Request => Query ?? Messages.FirstOrDefault(message => message.Role == "user" && message.Content.Length > 0)?.Content ?? "";
}
