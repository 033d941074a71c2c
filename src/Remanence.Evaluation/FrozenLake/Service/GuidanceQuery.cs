namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>The body of <c>/retrieve_task_memory</c>.</summary>
internal sealed record GuidanceQuery(string WorkspaceId, string Query, int TopK);
