using System.Numerics.Tensors;
using Remanence.Embeddings;
using Remanence.Search.Ranking;
using Remanence.Search.Vectors;

namespace Remanence.Tests.Search;

public sealed class SpaceScoresTests
{
    private const int Rows = 400;
    private const int Dimensions = 64;

    [Theory]
    [InlineData(2, 0f)]
    [InlineData(2, 2f)]
    [InlineData(10, 2f)]
    [InlineData(100, 1f)]
    public void Neither_half_of_a_workspace_is_buried(int everyNth, float offset)
    {
        // The external space knows what the built-in one knows, only on another scale: whatever order comes out otherwise is unfair.
        var random = new Random(5);
        var texts = Enumerable.Range(0, Rows).Select(_ => Unit(random)).ToList();
        var index = new SpaceIndex(new EmbeddingSpace("x", Dimensions + 1, "h"));
        for (var row = 0; row < Rows; row += everyNth)
        {
            index.Put(row, [QuantizedVector.From(Shift(texts[row], offset))]);
        }

        var moved = 0;
        for (var question = 0; question < 20; question++)
        {
            var query = Unit(random);
            var builtIn = texts.Select(text => TensorPrimitives.Dot(text, query)).ToArray();
            var mixed = builtIn.ToArray();
            using var buffers = new ScoreBuffers();
            var shifted = Shift(query, offset);
            TensorPrimitives.Divide(shifted, TensorPrimitives.Norm<float>(shifted), shifted);
            var visible = Enumerable.Repeat((byte)1, Rows).ToArray();
            var external = SpaceScores.Replace(index, shifted, visible, buffers, mixed).ToArray();
            external.Count(float.IsFinite).ShouldBe((Rows + everyNth - 1) / everyNth);
            moved += BestOf(builtIn, 10).Except(BestOf(mixed, 10)).Count();
        }

        // One place in ten at most, for the steps of one byte.
        moved.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void What_may_not_be_seen_sets_no_scale()
    {
        var random = new Random(6);
        var query = Unit(random);
        var (alone, beside) = (Scores(hidden: 0), Scores(hidden: 50));
        beside[..20].ShouldBe(alone);

        float[] Scores(int hidden)
        {
            var texts = new Random(7);
            var index = new SpaceIndex(new EmbeddingSpace("x", Dimensions, "h"));
            var cosines = new float[20 + hidden];
            for (var row = 0; row < cosines.Length; row++)
            {
                index.Put(row, [QuantizedVector.From(Unit(texts))]);
                cosines[row] = row / 100f;
            }

            using var buffers = new ScoreBuffers();
            byte[] visible = [.. Enumerable.Range(0, cosines.Length).Select(row => row < 20 ? (byte)1 : (byte)0)];
            SpaceScores.Replace(index, query, visible, buffers, cosines);
            return cosines;
        }
    }

    [Fact]
    public void A_cosine_from_bytes_is_close_to_the_one_from_floats()
    {
        var random = new Random(8);
        var rows = new Int8Rows(1024);
        var vectors = Enumerable.Range(0, 500).Select(_ => Unit(random, 1024)).ToList();
        vectors.ForEach(vector => rows.Add(QuantizedVector.From(vector)));
        var query = Unit(random, 1024);
        var cosines = new float[vectors.Count];
        rows.Scan(query, cosines);
        for (var i = 0; i < cosines.Length; i++)
        {
            cosines[i].ShouldBe(TensorPrimitives.Dot(vectors[i], query), 0.002f);
        }
    }

    private static float[] Unit(Random random, int dimensions = Dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() + random.NextDouble() - 1)).ToArray();
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    private static float[] Shift(float[] vector, float offset) => [.. vector, offset];

    private static IEnumerable<int> BestOf(float[] scores, int count) => Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).Take(count);
}
