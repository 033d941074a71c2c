using System.Numerics;
using System.Numerics.Tensors;

namespace Remanence.Search.Ranking;

/// <summary>
/// Brings BM25 and cosine to one scale, 0 to 1 by the best of this question, and adds them by weight. Each is raised to the power 1.5 before:
/// half a match is worth less than half, or the many weak ones around a message would outweigh the one that answers.
/// </summary>
internal readonly ref struct Fusion
{
    // Below this a best cosine is chance, and is not blown up to 1. An external space is brought to the built-in one's spread, in which its best comes out
    // lower.
    private const float LeastBestCosine = 0.3f;
    private const float LeastBestExternal = 0.2f;
    private const float LeastBestLexical = 1e-6f;
    private readonly ReadOnlySpan<float> _lexical;
    private readonly ReadOnlySpan<float> _cosines;
    private readonly float _lexicalShare;
    private readonly float _bestLexical;
    private readonly float _bestCosine;

    public Fusion(RankingWeights weights, SearchOptions options, ReadOnlySpan<float> lexical, ReadOnlySpan<float> cosines, bool isExternal)
    {
        _lexical = lexical;
        _cosines = cosines;
        _lexicalShare = options.Lexical && options.Vector ? weights.Lexical : options.Lexical ? 1 : 0;
        _bestLexical = Math.Max(LeastBestLexical, TensorPrimitives.Max(lexical));
        _bestCosine = Math.Max(isExternal ? LeastBestExternal : LeastBestCosine, TensorPrimitives.Max(cosines));
    }

    public float LexicalPart(float score) => _lexicalShare * Sharpen(score / _bestLexical);

    public float VectorPart(float cosine) => (1 - _lexicalShare) * Sharpen(Math.Max(0, cosine) / _bestCosine);

    /// <summary>Writes the base score of each row: 0 where both signals are 0, as they are for what may not be seen.</summary>
    public void Fill(Span<float> baseScores)
    {
        var row = 0;
        for (; row <= baseScores.Length - Vector<float>.Count; row += Vector<float>.Count)
        {
            var lexical = _lexicalShare * Sharpen(new Vector<float>(_lexical[row..]) / _bestLexical);
            var vector = (1 - _lexicalShare) * Sharpen(Vector.Max(Vector<float>.Zero, new Vector<float>(_cosines[row..])) / _bestCosine);
            (lexical + vector).CopyTo(baseScores[row..]);
        }

        for (; row < baseScores.Length; row++)
        {
            baseScores[row] = LexicalPart(_lexical[row]) + VectorPart(_cosines[row]);
        }
    }

    private static float Sharpen(float share) => share * MathF.Sqrt(share);

    private static Vector<float> Sharpen(Vector<float> share) => share * Vector.SquareRoot(share);
}
