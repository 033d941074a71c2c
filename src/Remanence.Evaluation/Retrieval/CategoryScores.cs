namespace Remanence.Evaluation.Retrieval;

/// <summary>The averages over the questions of one category, or over all.</summary>
/// <param name="Category">The category.</param>
/// <param name="Questions">How many questions were scored.</param>
/// <param name="Turns">Over messages.</param>
/// <param name="Sessions">Over sessions, ranked by their first message found.</param>
public sealed record CategoryScores(string Category, int Questions, IReadOnlyList<MetricScores> Turns, IReadOnlyList<MetricScores> Sessions)
{
    internal static CategoryScores Of(string category, IReadOnlyCollection<QuestionDetail> details) => new(
        category,
        details.Count,
        MetricScores.Average([.. details.Select(detail => detail.Turns)]),
        MetricScores.Average([.. details.Select(detail => detail.Sessions)]));
}
