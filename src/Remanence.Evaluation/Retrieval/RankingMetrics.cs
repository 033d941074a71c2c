namespace Remanence.Evaluation.Retrieval;

/// <summary>What a ranking is worth against a set of right answers, each as good as the other. Rankings hold no item twice; gold is never empty.</summary>
public static class RankingMetrics
{
    /// <summary>1 when one of the first <paramref name="k"/> is right, else 0.</summary>
    /// <param name="ranking">The items found, best first.</param>
    /// <param name="gold">The right ones.</param>
    /// <param name="k">How many count.</param>
    public static double Any(IReadOnlyList<string> ranking, IReadOnlySet<string> gold, int k) => Hits(ranking, gold, k) > 0 ? 1 : 0;

    /// <summary>The share of the right ones among the first <paramref name="k"/>.</summary>
    /// <param name="ranking">The items found, best first.</param>
    /// <param name="gold">The right ones.</param>
    /// <param name="k">How many count.</param>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlySet<string> gold, int k) => (double)Hits(ranking, gold, k) / gold.Count;

    /// <summary>Discounted gain over the best that <paramref name="k"/> places allow for this many right ones.</summary>
    /// <param name="ranking">The items found, best first.</param>
    /// <param name="gold">The right ones.</param>
    /// <param name="k">How many count.</param>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlySet<string> gold, int k)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(gold);
        double gain = 0;
        for (var i = 0; i < Math.Min(k, ranking.Count); i++)
        {
            if (gold.Contains(ranking[i]))
            {
                gain += Discount(i);
            }
        }

        double ideal = 0;
        for (var i = 0; i < Math.Min(k, gold.Count); i++)
        {
            ideal += Discount(i);
        }

        return gain / ideal;
    }

    /// <summary>The value at or below which a share of the values lies (nearest rank); 0 for none.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="share">The share, 0 to 1.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return 0;
        }

        double[] sorted = [.. values.Order()];
        var rank = (int)Math.Ceiling(share * sorted.Length);
        return sorted[Math.Clamp(rank - 1, 0, sorted.Length - 1)];
    }

    private static int Hits(IReadOnlyList<string> ranking, IReadOnlySet<string> gold, int k)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(gold);
        return ranking.Take(k).Count(gold.Contains);
    }

    private static double Discount(int index) => 1 / Math.Log2(index + 2);
}
