using FsCheck.Fluent;
using Remanence.Search.Ranking;

namespace Remanence.Tests.Search;

public sealed class BestRowsTests
{
    [Fact]
    public void They_are_the_highest_of_the_visible_in_order()
    {
        var rows = Gen.Choose(0, 90).SelectMany(count => Gen.ArrayOf(Gen.Choose(-5, 30), count));
        Prop.ForAll(
                rows.ToArbitrary(),
                Gen.ArrayOf(Gen.Elements((byte)0, (byte)1), 90).ToArbitrary(),
                Gen.Choose(1, 20).ToArbitrary(),
                (numbers, seen, wanted) =>
                {
                    var scores = numbers.Select(number => number / 10f).ToArray();
                    var best = BestRows.Of(scores, seen.AsSpan(0, scores.Length), wanted);

                    best.Select(row => row.Score).ShouldBe(scores.Where((_, row) => seen[row] == 1).OrderDescending().Take(wanted));
                    best.Select(row => row.Row).ShouldBeUnique();
                    best.ShouldAllBe(row => seen[row.Row] == 1 && scores[row.Row] == row.Score);
                }).Hold();
    }
}
