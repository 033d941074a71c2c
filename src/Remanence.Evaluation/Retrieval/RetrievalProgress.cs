namespace Remanence.Evaluation.Retrieval;

/// <summary>Where a run stands.</summary>
/// <param name="Done">Messages ingested and questions asked.</param>
/// <param name="Total">All of both.</param>
public readonly record struct RetrievalProgress(int Done, int Total);
