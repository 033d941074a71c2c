using Remanence.Evaluation.FrozenLake.Protocol;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>One run in a result file: ReMe's members, and who played, from which seed, and what the memory had said.</summary>
internal sealed record LakeRow
{
    public required string TaskId { get; init; }

    public required int RunId { get; init; }

    public required string ExperimentName { get; init; }

    /// <summary>The model's name, or <c>scripted</c>.</summary>
    public required string Player { get; init; }

    public required int Seed { get; init; }

    /// <summary>Whether the run ended at the goal or in a hole, and not for want of moves.</summary>
    public required bool TaskCompleted { get; init; }

    public required bool Success { get; init; }

    public required int Steps { get; init; }

    public required double Reward { get; init; }

    public required MapConfig MapConfig { get; init; }

    /// <summary>What the player was told from memory; null: nothing.</summary>
    public string? TaskMemory { get; init; }

    public required IReadOnlyList<LakeStep> Trajectory { get; init; }
}
