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
        for (var row = 0; row < baseScores.Length; row++)
        {
            if (episodes[row] >= 0)
            {
                Insert(tops.Slice(episodes[row] * Best, Best), baseScores[row]);
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

    private static void Insert(Span<float> tops, float score)
    {
        for (var place = 0; place < Best; place++)
        {
            if (score > tops[place])
            {
                (tops[place], score) = (score, tops[place]);
            }
        }
    }
}
