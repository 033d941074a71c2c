using System.Numerics;
using System.Runtime.InteropServices;
using Remanence.Search.Vectors;

namespace Remanence.Benchmarks.Measuring;

/// <summary>The best rows of a scan, as a search wants them: by float, and by int8 with what comes near the top rescored by float.</summary>
internal sealed class TopRows(VectorIndex index)
{
    // As many as the ranking rescores at least.
    private const int Candidates = 64;
    private readonly float[] _cosines = new float[index.Count];

    public int[] ByFloat(float[] query, int count)
    {
        index.ScanFloat(query, _cosines);
        return Best(_cosines, count).Rows;
    }

    public int[] ByInt8(float[] query, int count)
    {
        index.ScanInt8(query, _cosines);
        var (rows, scores) = Best(_cosines, Candidates);
        for (var i = 0; i < rows.Length; i++)
        {
            scores[i] = -DotProduct.Float(query, index[rows[i]]);
        }

        Array.Sort(scores, rows);
        return rows[..count];
    }

    // Nearly no row beats the worst of the best, so whole vectors of them are passed over.
    private static (int[] Rows, float[] Scores) Best(ReadOnlySpan<float> values, int count)
    {
        var heap = new PriorityQueue<int, float>(count + 1);
        var row = 0;
        for (; row < Math.Min(count, values.Length); row++)
        {
            heap.Enqueue(row, values[row]);
        }

        heap.TryPeek(out _, out var threshold);
        for (var blocks = MemoryMarshal.Cast<float, Vector<float>>(values[row..]); !blocks.IsEmpty; blocks = blocks[1..], row += Vector<float>.Count)
        {
            if (Vector.GreaterThanAny(blocks[0], new Vector<float>(threshold)))
            {
                threshold = Take(heap, values, row, row + Vector<float>.Count, threshold);
            }
        }

        Take(heap, values, row, values.Length, threshold);
        var (rows, scores) = (new int[heap.Count], new float[heap.Count]);
        for (var place = rows.Length - 1; place >= 0; place--)
        {
            heap.TryDequeue(out rows[place], out scores[place]);
        }

        return (rows, scores);
    }

    private static float Take(PriorityQueue<int, float> heap, ReadOnlySpan<float> values, int from, int to, float threshold)
    {
        for (var row = from; row < to; row++)
        {
            if (values[row] > threshold)
            {
                heap.DequeueEnqueue(row, values[row]);
                heap.TryPeek(out _, out threshold);
            }
        }

        return threshold;
    }
}
