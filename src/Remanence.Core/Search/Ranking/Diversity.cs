using System.Runtime.InteropServices;

namespace Remanence.Search.Ranking;

/// <summary>The same words twice tell nothing new: later copies fall behind.</summary>
internal static class Diversity
{
    public static void Reorder(List<(int Row, float Score)> candidates, DocumentTable documents, float penalty)
    {
        Sort(candidates);
        var known = new HashSet<int>(candidates.Count);
        var changed = false;
        foreach (ref var candidate in CollectionsMarshal.AsSpan(candidates))
        {
            if (!known.Add(documents.ContentHash[candidate.Row]))
            {
                candidate.Score -= penalty;
                changed = true;
            }
        }

        if (changed)
        {
            Sort(candidates);
        }
    }

    // Of equal scores the earlier row comes first, so that the same question always gets the same answer.
    private static void Sort(List<(int Row, float Score)> candidates) =>
        candidates.Sort((a, b) => a.Score == b.Score ? a.Row.CompareTo(b.Row) : b.Score.CompareTo(a.Score));
}
