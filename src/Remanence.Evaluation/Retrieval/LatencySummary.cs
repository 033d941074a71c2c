namespace Remanence.Evaluation.Retrieval;

/// <summary>How long queries took, in milliseconds, as the caller saw it; the first query's warm-up is in the maximum.</summary>
/// <param name="P50">Half of them took at most so long.</param>
/// <param name="P95">95 of 100 took at most so long.</param>
/// <param name="Max">The longest.</param>
public sealed record LatencySummary(double P50, double P95, double Max)
{
    internal static LatencySummary Of(IReadOnlyCollection<double> milliseconds) => new(
        RankingMetrics.Percentile(milliseconds, 0.50), RankingMetrics.Percentile(milliseconds, 0.95), RankingMetrics.Percentile(milliseconds, 1));
}
