using Remanence.Search.Vectors;

namespace Remanence.Search.Ranking;

/// <summary>
/// Puts the cosines of an external space in the place of the built-in ones, for the memories that have vectors there. Cosines of two spaces do not compare: one
/// may lie between 0 and 0.5 and the other between 0.7 and 0.9. So those of the external one are shifted and stretched to the mean and the spread that the
/// built-in cosines of the very same memories have; the memories without vectors keep theirs, and both compete on one scale.
/// </summary>
internal static class SpaceScores
{
    // Built-in cosines of a question spread by 0.08 to 0.16 over the development data (5th to 95th percentile). Texts that are all alike spread less, and would
    // press what an external space tells apart together; a question without a word that the built-in embedder knows does not spread at all.
    private const float UsualSpread = 0.1f;
    private const float LeastSpread = 0.05f;

    /// <summary>Replaces cosines.</summary>
    /// <param name="index">The external vectors.</param>
    /// <param name="query"><c>float[d]</c>, unit length.</param>
    /// <param name="visible">1 for each document that the asker may see, else 0.</param>
    /// <param name="buffers">Scratch.</param>
    /// <param name="cosines">Built-in cosines in, comparable ones out.</param>
    /// <returns>The external cosine of each document; NaN where it has none.</returns>
    public static Span<float> Replace(SpaceIndex index, ReadOnlySpan<float> query, ReadOnlySpan<byte> visible, ScoreBuffers buffers, Span<float> cosines)
    {
        var found = buffers.Floats(visible.Length);
        found.Fill(float.NaN);
        var scores = Scan(index, query, visible, buffers);
        var first = index.First;
        var counts = index.Counts;
        for (var row = 0; row < Math.Min(counts.Length, visible.Length); row++)
        {
            if (visible[row] != 0 && counts[row] > 0)
            {
                found[row] = Best(scores.Slice(first[row], counts[row]));
            }
        }

        Align(found, visible, cosines);
        return found;
    }

    /// <summary>Puts external cosines in the place of the built-in ones.</summary>
    /// <param name="found">The external cosine of each document; NaN where it has none.</param>
    /// <param name="visible">1 for each document that the asker may see, else 0.</param>
    /// <param name="cosines">Built-in cosines in, comparable ones out.</param>
    public static void Align(ReadOnlySpan<float> found, ReadOnlySpan<byte> visible, Span<float> cosines)
    {
        var (external, builtIn) = (default(Moments), default(Moments));
        for (var row = 0; row < found.Length; row++)
        {
            if (visible[row] != 0 && !float.IsNaN(found[row]))
            {
                external.Add(found[row]);
                builtIn.Add(cosines[row]);
            }
        }

        var spread = builtIn.Spread == 0 ? UsualSpread : Math.Max(LeastSpread, builtIn.Spread);
        var stretch = external.Spread > 0 ? spread / external.Spread : 0;
        for (var row = 0; row < found.Length; row++)
        {
            if (!float.IsNaN(found[row]))
            {
                cosines[row] = builtIn.Mean + ((found[row] - external.Mean) * stretch);
            }
        }
    }

    private static ReadOnlySpan<float> Scan(SpaceIndex index, ReadOnlySpan<float> query, ReadOnlySpan<byte> visible, ScoreBuffers buffers)
    {
        var wanted = buffers.Bytes(index.Rows.Count);
        var first = index.First;
        var counts = index.Counts;
        for (var row = 0; row < Math.Min(counts.Length, visible.Length); row++)
        {
            wanted.Slice(first[row], counts[row]).Fill(visible[row]);
        }

        var scores = buffers.Floats(index.Rows.Count);
        index.Rows.Scan(query, wanted, scores);
        return scores;
    }

    private static float Best(ReadOnlySpan<float> scores)
    {
        var best = scores[0];
        foreach (var score in scores[1..])
        {
            best = Math.Max(best, score);
        }

        return best;
    }

    private struct Moments
    {
        private double _sum;
        private double _squares;
        private int _count;

        public readonly float Mean => _count == 0 ? 0 : (float)(_sum / _count);

        public readonly float Spread => _count == 0 ? 0 : (float)Math.Sqrt(Math.Max(0, (_squares / _count) - (_sum / _count * (_sum / _count))));

        public void Add(float value)
        {
            _sum += value;
            _squares += (double)value * value;
            _count++;
        }
    }
}
