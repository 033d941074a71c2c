namespace Remanence.Evaluation.Retrieval;

/// <summary>The measures at one cut-off, averaged over questions.</summary>
/// <param name="K">The cut-off.</param>
/// <param name="Any">How often one right item was among the first k.</param>
/// <param name="Recall">The share of right items among the first k.</param>
/// <param name="Ndcg">The discounted gain, of the best possible.</param>
public sealed record MetricScores(int K, double Any, double Recall, double Ndcg)
{
    /// <summary>The cut-offs that are reported.</summary>
    public static IReadOnlyList<int> CutOffs { get; } = [1, 5, 10];

    /// <summary>The measures of one ranking at every cut-off.</summary>
    /// <param name="ranking">The items found, best first.</param>
    /// <param name="gold">The right ones.</param>
    public static IReadOnlyList<MetricScores> Of(IReadOnlyList<string> ranking, IReadOnlySet<string> gold) =>
        [.. CutOffs.Select(k => new MetricScores(
            k, RankingMetrics.Any(ranking, gold, k), RankingMetrics.Recall(ranking, gold, k), RankingMetrics.Ndcg(ranking, gold, k)))];

    /// <summary>The averages over questions, cut-off by cut-off.</summary>
    /// <param name="scores">The scores of each question.</param>
    public static IReadOnlyList<MetricScores> Average(IReadOnlyCollection<IReadOnlyList<MetricScores>> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return
        [
            .. CutOffs.Select((k, i) => new MetricScores(
                k,
                scores.Select(s => s[i].Any).DefaultIfEmpty().Average(),
                scores.Select(s => s[i].Recall).DefaultIfEmpty().Average(),
                scores.Select(s => s[i].Ndcg).DefaultIfEmpty().Average())),
        ];
    }
}
