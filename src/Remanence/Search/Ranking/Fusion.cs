using System.Numerics.Tensors;

namespace Remanence.Search.Ranking;

/// <summary>Brings BM25 and cosine to one scale, 0 to 1 by the best of this question, and adds them by weight.</summary>
internal readonly ref struct Fusion
{
    // Below this a best cosine is chance, and is not blown up to 1.
    private const float LeastBestCosine = 0.2f;
    private const float LeastBestLexical = 1e-6f;
    private readonly ReadOnlySpan<float> _lexical;
    private readonly ReadOnlySpan<float> _cosines;
    private readonly float _lexicalFactor;
    private readonly float _vectorFactor;

    public Fusion(RankingWeights weights, SearchOptions options, ReadOnlySpan<float> lexical, ReadOnlySpan<float> cosines)
    {
        _lexical = lexical;
        _cosines = cosines;
        var share = options.Lexical && options.Vector ? weights.Lexical : options.Lexical ? 1 : 0;
        _lexicalFactor = share / Math.Max(LeastBestLexical, TensorPrimitives.Max(lexical));
        _vectorFactor = (1 - share) / Math.Max(LeastBestCosine, TensorPrimitives.Max(cosines));
    }

    public float LexicalPart(float score) => _lexicalFactor * score;

    public float VectorPart(float cosine) => _vectorFactor * Math.Max(0, cosine);

    public void Fill(ReadOnlySpan<byte> visible, Span<float> baseScores)
    {
        for (var row = 0; row < baseScores.Length; row++)
        {
            baseScores[row] = visible[row] * (LexicalPart(_lexical[row]) + VectorPart(_cosines[row]));
        }
    }
}
