using System.Numerics;

namespace Remanence.Search.Ranking;

/// <summary>The rows with the highest scores, best first.</summary>
internal static class BestRows
{
    /// <param name="scores">One for each row.</param>
    /// <param name="visible">1 for each row that may be seen, else 0.</param>
    /// <param name="wanted">At most so many, at least 1.</param>
    public static List<(int Row, float Score)> Of(ReadOnlySpan<float> scores, ReadOnlySpan<byte> visible, int wanted)
    {
        var heap = new PriorityQueue<int, float>(wanted + 1);
        var threshold = float.MinValue;
        for (var row = 0; row < scores.Length;)
        {
            // Once the heap is full, most stretches hold nothing for it.
            while (row <= scores.Length - Vector<float>.Count && !Vector.GreaterThanAny(new Vector<float>(scores[row..]), new Vector<float>(threshold)))
            {
                row += Vector<float>.Count;
            }

            for (var end = Math.Min(row + Vector<float>.Count, scores.Length); row < end; row++)
            {
                if (visible[row] == 0 || scores[row] <= threshold)
                {
                    continue;
                }

                if (heap.Count < wanted)
                {
                    heap.Enqueue(row, scores[row]);
                }
                else
                {
                    heap.DequeueEnqueue(row, scores[row]);
                }

                threshold = heap.Count == wanted && heap.TryPeek(out _, out var lowest) ? lowest : threshold;
            }
        }

        var best = new List<(int Row, float Score)>(heap.Count);
        while (heap.TryDequeue(out var row, out var score))
        {
            best.Add((row, score));
        }

        best.Reverse();
        return best;
    }
}
