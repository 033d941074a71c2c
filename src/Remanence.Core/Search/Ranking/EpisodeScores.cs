using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Remanence.Search.Ranking;

/// <summary>How well each stretch of conversation answers: the mean of its three best messages, the best episode having 1.</summary>
internal static class EpisodeScores
{
    private const int Best = 3;

    public static ReadOnlySpan<float> Fill(Span<float> scores, ScoreBuffers buffers, ReadOnlySpan<int> episodes, ReadOnlySpan<float> baseScores)
    {
        if (scores.IsEmpty)
        {
            return scores;
        }

        var tops = MemoryMarshal.Cast<float, Top>(buffers.Floats(scores.Length * Best));
        for (var row = 0; row < baseScores.Length;)
        {
            // The messages of an episode mostly stand together: its best stay in registers until another begins.
            var episode = episodes[row];
            var top = episode < 0 ? default : tops[episode];
            for (; row < baseScores.Length && episodes[row] == episode; row++)
            {
                top.Insert(baseScores[row]);
            }

            if (episode >= 0)
            {
                tops[episode] = top;
            }
        }

        for (var episode = 0; episode < scores.Length; episode++)
        {
            scores[episode] = tops[episode].First + tops[episode].Second + tops[episode].Third;
        }

        var best = TensorPrimitives.Max(scores);
        if (best > 0)
        {
            TensorPrimitives.Divide(scores, best, scores);
        }

        return scores;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Top
    {
        public float First;
        public float Second;
        public float Third;

        // Without a branch: whether a score is among the best is as good as chance.
        public void Insert(float score)
        {
            Third = Math.Max(Third, Math.Min(Second, score));
            Second = Math.Max(Second, Math.Min(First, score));
            First = Math.Max(First, score);
        }
    }
}
