using FsCheck.Fluent;

namespace Remanence.Evaluation.Retrieval;

public sealed class RankingMetricsTests
{
    private static readonly Func<IReadOnlyList<string>, IReadOnlySet<string>, int, double>[] Measures =
        [RankingMetrics.Any, RankingMetrics.Recall, RankingMetrics.Ndcg];

    [Fact]
    public void Recall_is_the_share_of_gold_found()
    {
        RankingMetrics.Recall(["a", "b", "c"], Set("a", "c", "z"), 2).ShouldBe(1.0 / 3);
        RankingMetrics.Recall(["a", "b", "c"], Set("a", "c", "z"), 3).ShouldBe(2.0 / 3);
    }

    [Fact]
    public void Any_needs_one_only()
    {
        RankingMetrics.Any(["a", "b"], Set("b", "z"), 1).ShouldBe(0);
        RankingMetrics.Any(["a", "b"], Set("b", "z"), 2).ShouldBe(1);
    }

    [Fact]
    public void Ndcg_divides_by_the_ideal_of_as_many_places()
    {
        // One of two right ones, in second place of two: (1/log2 3) / (1 + 1/log2 3).
        RankingMetrics.Ndcg(["x", "a"], Set("a", "b"), 2).ShouldBe(0.38685, 0.00001);

        // With one place, one right one is all that could be had.
        RankingMetrics.Ndcg(["a", "x"], Set("a", "b"), 1).ShouldBe(1);
    }

    [Fact]
    public void Every_measure_lies_between_zero_and_one() => Holds((ranking, gold, k) =>
        Measures.All(measure => measure(ranking, gold, k) is >= 0 and <= 1 + 1e-9));

    [Fact]
    public void Any_and_recall_never_fall_with_k() => Holds((ranking, gold, k) =>
        RankingMetrics.Any(ranking, gold, k + 1) >= RankingMetrics.Any(ranking, gold, k)
        && RankingMetrics.Recall(ranking, gold, k + 1) >= RankingMetrics.Recall(ranking, gold, k));

    [Fact]
    public void Perfect_ranking_scores_one_once_all_gold_fits() => Holds((ranking, gold, k) =>
    {
        string[] perfect = [.. gold, .. ranking.Where(item => !gold.Contains(item))];
        return Measures.All(measure => Math.Abs(measure(perfect, gold, gold.Count + k) - 1) < 1e-9)
            && Math.Abs(RankingMetrics.Ndcg(perfect, gold, k) - 1) < 1e-9;
    });

    [Fact]
    public void Swapping_a_right_one_forward_never_lowers_ndcg() => Holds((ranking, gold, k) =>
    {
        for (var i = 1; i < ranking.Count; i++)
        {
            if (gold.Contains(ranking[i]) && !gold.Contains(ranking[i - 1]))
            {
                var better = ranking.ToList();
                (better[i], better[i - 1]) = (better[i - 1], better[i]);
                if (RankingMetrics.Ndcg(better, gold, k) < RankingMetrics.Ndcg(ranking, gold, k))
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Without_a_right_one_everything_is_zero() =>
        Measures.ShouldAllBe(measure => measure(new[] { "x", "y" }, Set("a"), 10) == 0);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.95, 4)]
    [InlineData(1, 4)]
    [InlineData(0, 1)]
    public void Percentile_is_the_nearest_rank(double share, double expected) =>
        RankingMetrics.Percentile([4, 1, 3, 2], share).ShouldBe(expected);

    [Fact]
    public void Percentile_of_nothing_is_zero() => RankingMetrics.Percentile([], 0.5).ShouldBe(0);

    private static HashSet<string> Set(params string[] items) => new(items, StringComparer.Ordinal);

    private static void Holds(Func<IReadOnlyList<string>, IReadOnlySet<string>, int, bool> law)
    {
        var cases =
            from ranking in Gen.Choose(0, 30).Select(i => $"m{i}").ListOf()
            from gold in Gen.Choose(0, 30).Select(i => $"m{i}").NonEmptyListOf()
            from k in Gen.Choose(1, 20)
            select (Ranking: ranking.Distinct(StringComparer.Ordinal).ToList(), Gold: gold.ToHashSet(StringComparer.Ordinal), K: k);
        Prop.ForAll(cases.ToArbitrary(), c => law(c.Ranking, c.Gold, c.K)).Hold();
    }
}
