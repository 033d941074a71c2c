using System.Numerics.Tensors;
using Remanence.Search.Vectors;

namespace Remanence.Tests.Search;

public sealed class VectorIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(256)]
    public void The_int8_product_is_exact_at_its_extremes_too(int dimensions)
    {
        var random = new Random(dimensions);
        for (var round = 0; round < 50; round++)
        {
            var row = Enumerable.Range(0, dimensions).Select(_ => (sbyte)(round == 0 ? -127 : random.Next(-127, 128))).ToArray();
            var query = Enumerable.Range(0, dimensions).Select(_ => (byte)(round == 0 ? 255 : random.Next(1, 256))).ToArray();
            var expected = row.Zip(query, (r, q) => r * (q - 128)).Sum();
            DotProduct.Int8(query, row, row.Sum(value => (int)value)).ShouldBe(expected);
        }
    }

    [Fact]
    public void The_int8_scan_finds_what_the_exact_one_finds()
    {
        const int Rows = 9_000;
        const int Dimensions = 64;
        const int Top = 10;
        var random = new Random(7);
        var index = new VectorIndex(Dimensions);
        for (var i = 0; i < Rows; i++)
        {
            index.Add(Unit(random, Dimensions));
        }

        var approximate = new float[Rows];
        var exact = new float[Rows];
        var found = 0;
        const int Queries = 50;
        for (var i = 0; i < Queries; i++)
        {
            var query = Unit(random, Dimensions);
            index.ScanInt8(query, approximate);
            index.ScanFloat(query, exact);
            for (var row = 0; row < Rows; row++)
            {
                approximate[row].ShouldBe(exact[row], 0.02f);
            }

            // Four times the answer is rescored exactly, as the ranking does.
            var candidates = BestOf(approximate, Top * 4).ToHashSet();
            found += BestOf(exact, Top).Count(candidates.Contains);
        }

        (found / (double)(Queries * Top)).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public void A_masked_scan_scores_the_wanted_rows_alone()
    {
        var random = new Random(3);
        var index = new VectorIndex(32);
        for (var i = 0; i < 100; i++)
        {
            index.Add(Unit(random, 32));
        }

        var query = Unit(random, 32);
        var all = new float[100];
        index.ScanInt8(query, all);
        var wanted = Enumerable.Range(0, 100).Select(i => (byte)(i % 3 == 0 ? 1 : 0)).ToArray();
        var some = Enumerable.Repeat(-9f, 100).ToArray();
        index.ScanInt8(query, wanted, some);
        for (var i = 0; i < 100; i++)
        {
            some[i].ShouldBe(wanted[i] == 1 ? all[i] : -9f);
        }
    }

    [Fact]
    public void A_cleared_row_matches_nothing()
    {
        var index = new VectorIndex(16);
        var vector = Unit(new Random(1), 16);
        index.Add(vector);
        index.Clear(0);
        var cosines = new float[1];
        index.ScanInt8(vector, cosines);
        cosines[0].ShouldBe(0);
        index[0].ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_vector_of_another_size_is_refused() =>
        Should.Throw<ArgumentException>(() => new VectorIndex(8).Add(new float[9])).Message.ShouldContain("9 dimensions");

    private static IEnumerable<int> BestOf(float[] scores, int count) =>
        Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).Take(count);

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
