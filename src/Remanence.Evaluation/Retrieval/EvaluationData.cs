namespace Remanence.Evaluation.Retrieval;

/// <summary>A data set, whatever its shape on disk was.</summary>
/// <param name="Dataset">Which shape: <c>locomo</c> or <c>beam</c>.</param>
/// <param name="Conversations">The conversations.</param>
public sealed record EvaluationData(string Dataset, IReadOnlyList<EvaluationConversation> Conversations);
