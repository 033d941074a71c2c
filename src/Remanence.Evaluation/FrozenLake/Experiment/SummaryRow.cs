namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>A line of <c>…_summaries.jsonl</c>: runs that the service has taken. A repeated experiment does not send them again.</summary>
/// <param name="Url">The service.</param>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="TaskId">The map.</param>
/// <param name="Runs">How many of its runs were sent.</param>
/// <param name="Memories">How many memories the service made of them.</param>
internal sealed record SummaryRow(string Url, string WorkspaceId, string TaskId, int Runs, int Memories);
