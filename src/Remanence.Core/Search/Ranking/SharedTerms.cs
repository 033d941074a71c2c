using System.Numerics.Tensors;

namespace Remanence.Search.Ranking;

/// <summary>Which memories have most of a question's words.</summary>
internal static class SharedTerms
{
    /// <summary>Leaves visible what has a passage with at least <see cref="SearchQuery.LeastShared"/> of the terms that are no stop words.</summary>
    /// <returns>How many memories are left; none when the question has stop words only.</returns>
    public static int Keep(WorkspaceIndex index, SearchQuery query, ScoreBuffers buffers, Span<byte> visible)
    {
        var terms = query.Terms.Where(term => term.Weight >= 1).ToList();
        var least = (int)Math.Ceiling(terms.Count * query.LeastShared);
        var shared = buffers.Floats(index.Lexical.Count);
        var kept = buffers.Bytes(visible.Length);
        var first = index.Documents.FirstPassages;
        foreach (var term in terms)
        {
            foreach (var passage in index.Lexical.Find(term.Term) is { } postings ? postings.Passages : [])
            {
                if (++shared[passage] == least)
                {
                    kept[first.Length == shared.Length ? passage : RowOf(first, passage)] = 1;
                }
            }
        }

        TensorPrimitives.BitwiseAnd(visible, kept, visible);
        return visible.Count((byte)1);
    }

    private static int RowOf(ReadOnlySpan<int> first, int passage)
    {
        var row = first.BinarySearch(passage);
        return row >= 0 ? row : ~row - 1;
    }
}
