namespace Remanence.Search.Ranking;

/// <summary>Raw scores from elsewhere, for the rows of an index that holds what was named there.</summary>
/// <param name="named">By id.</param>
/// <param name="isExternal">Whether cosines are of an external space; those of the built-in one are reckoned here, all of them alike.</param>
internal sealed class GivenScores(IReadOnlyDictionary<string, Candidate> named, bool isExternal)
{
    /// <summary>Puts lexical scores in the place of those of the small index, whose statistics say little, unless none are given.</summary>
    public void PutLexical(ReadOnlySpan<string> ids, ReadOnlySpan<byte> visible, Span<float> lexical)
    {
        if (!named.Values.Any(candidate => candidate.Lexical is not null))
        {
            return;
        }

        for (var row = 0; row < ids.Length; row++)
        {
            var score = visible[row] != 0 && named.TryGetValue(ids[row], out var candidate) ? (float)(candidate.Lexical ?? 0) : 0;
            lexical[row] = float.IsFinite(score) ? Math.Max(0, score) : 0;
        }
    }

    /// <summary>The external cosine of each row; NaN where there is none. Empty when there are none.</summary>
    public Span<float> Cosines(ReadOnlySpan<string> ids, ScoreBuffers buffers)
    {
        if (!isExternal)
        {
            return [];
        }

        var found = buffers.Floats(ids.Length);
        for (var row = 0; row < ids.Length; row++)
        {
            var cosine = named.TryGetValue(ids[row], out var candidate) ? (float)(candidate.Cosine ?? double.NaN) : float.NaN;
            found[row] = float.IsFinite(cosine) ? cosine : float.NaN;
        }

        return found;
    }
}
