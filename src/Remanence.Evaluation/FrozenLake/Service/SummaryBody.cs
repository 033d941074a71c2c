namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>The body of <c>/summary_task_memory</c>.</summary>
internal sealed record SummaryBody(string WorkspaceId, IReadOnlyList<PlayedRun> Trajectories);
