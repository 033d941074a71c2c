namespace Remanence.Search.Ranking;

/// <summary>What a memory's conversation says for it: the messages beside it, and the episode that it is part of.</summary>
internal readonly ref struct ContextSignal
{
    private readonly float _weight;
    private readonly ReadOnlySpan<float> _near;
    private readonly ReadOnlySpan<int> _episodes;
    private readonly ReadOnlySpan<float> _episodeScores;

    public ContextSignal(ConversationThreads threads, ReadOnlySpan<Traits> traits, RankingWeights weights, ScoreBuffers buffers, ReadOnlySpan<float> baseScores)
    {
        _weight = weights.Episode;
        _near = NearScores(threads, traits, weights, buffers.Floats(baseScores.Length), baseScores);
        _episodes = threads.Episodes;
        _episodeScores = EpisodeScores.Fill(buffers.Floats(threads.EpisodeCount), buffers, _episodes, baseScores);
    }

    public float Near(int row) => _near[row];

    public float Episode(int row) => _episodes[row] is >= 0 and var episode ? _weight * _episodeScores[episode] : 0;

    public void AddTo(Span<float> scores)
    {
        // Locals, since the fields would be read again for each row.
        var near = _near;
        var episodes = _episodes;
        var episodeScores = _episodeScores;
        var weight = _weight;
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += near[row] + ((uint)episodes[row] < (uint)episodeScores.Length ? weight * episodeScores[episodes[row]] : 0);
        }
    }

    private static ReadOnlySpan<float> NearScores(
        ConversationThreads threads, ReadOnlySpan<Traits> traits, RankingWeights weights, Span<float> scores, ReadOnlySpan<float> values)
    {
        var previous = threads.Previous;
        var next = threads.Next;
        var (near, far, answer) = (weights.Near, weights.Far, weights.Near + weights.Answer);
        for (var row = 0; row < scores.Length; row++)
        {
            var score = 0f;
            var before = previous[row];
            if ((uint)before < (uint)values.Length)
            {
                score += (traits[before].HasFlag(Traits.Asks) ? answer : near) * values[before];
                var further = previous[before];
                score += (uint)further < (uint)values.Length ? far * values[further] : 0;
            }

            var after = next[row];
            if ((uint)after < (uint)values.Length)
            {
                score += near * values[after];
                var further = next[after];
                score += (uint)further < (uint)values.Length ? far * values[further] : 0;
            }

            scores[row] = score;
        }

        return scores;
    }
}
