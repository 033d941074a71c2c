using System.Numerics.Tensors;

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

        var tops = buffers.Floats(scores.Length * Best);
        var current = Span<float>.Empty;
        var number = -1;
        for (var row = 0; row < baseScores.Length; row++)
        {
            // The messages of an episode mostly stand together.
            if (episodes[row] != number)
            {
                number = episodes[row];
                current = number < 0 ? [] : tops.Slice(number * Best, Best);
            }

            if (number >= 0)
            {
                Insert(current, baseScores[row]);
            }
        }

        for (var episode = 0; episode < scores.Length; episode++)
        {
            scores[episode] = TensorPrimitives.Sum(tops.Slice(episode * Best, Best));
        }

        var best = TensorPrimitives.Max(scores);
        if (best > 0)
        {
            TensorPrimitives.Divide(scores, best, scores);
        }

        return scores;
    }

    // Without a branch: whether a score is among the best is as good as chance.
    private static void Insert(Span<float> tops, float score)
    {
        var (first, second, third) = (tops[0], tops[1], tops[2]);
        tops[0] = Math.Max(first, score);
        tops[1] = Math.Max(second, Math.Min(first, score));
        tops[2] = Math.Max(third, Math.Min(second, score));
    }
}
