using Remanence.Embeddings;

namespace Remanence.Search.Vectors;

/// <summary>
/// Quantised vectors, one scale a row, scanned exactly. Rows lie in chunks, so that growth never copies. Not thread-safe.
/// </summary>
internal sealed class Int8Rows(int dimensions)
{
    private const int ChunkRows = 4096;
    private const int FirstRows = 16;
    private readonly List<sbyte[]> _chunks = [];
    private float[] _scales = new float[FirstRows];
    private int[] _sums = new int[FirstRows];

    public int Dimensions => dimensions;

    public int Count { get; private set; }

    /// <summary>Memory that a row costs.</summary>
    public int BytesPerRow => (dimensions * sizeof(sbyte)) + sizeof(float) + sizeof(int);

    /// <summary>Appends a vector, quantising it.</summary>
    public void Add(ReadOnlySpan<float> vector)
    {
        var row = Append();
        _scales[Count] = QuantizedVector.Quantize(vector, row);
        Finish(row);
    }

    /// <summary>Appends a vector quantised before.</summary>
    public void Add(QuantizedVector vector)
    {
        var row = Append();
        vector.Values.CopyTo(row);
        _scales[Count] = vector.Scale;
        Finish(row);
    }

    /// <summary>Writes the approximate cosine of each row with the query; the error is below 0.01.</summary>
    /// <param name="query"><c>float[d]</c>, unit length.</param>
    /// <param name="cosines">Receives one number a row.</param>
    public void Scan(ReadOnlySpan<float> query, Span<float> cosines)
    {
        Span<byte> shifted = stackalloc byte[dimensions];
        var queryScale = QuantizeQuery(query, shifted);

        var row = 0;
        foreach (var chunk in _chunks)
        {
            var rows = Math.Min(ChunkRows, Count - row);
            ReadOnlySpan<sbyte> values = chunk;
            for (var i = 0; i < rows; i++, row++)
            {
                cosines[row] = queryScale * _scales[row] * DotProduct.Int8(shifted, values.Slice(i * dimensions, dimensions), _sums[row]);
            }
        }
    }

    /// <summary>As the other overload, for some rows only.</summary>
    /// <param name="query"><c>float[d]</c>, unit length.</param>
    /// <param name="wanted">1 for each row to score, else 0.</param>
    /// <param name="cosines">Receives the numbers of the rows wanted; the others keep theirs.</param>
    public void Scan(ReadOnlySpan<float> query, ReadOnlySpan<byte> wanted, Span<float> cosines)
    {
        Span<byte> shifted = stackalloc byte[dimensions];
        var queryScale = QuantizeQuery(query, shifted);

        for (var row = 0; row < Count; row++)
        {
            if (wanted[row] != 0)
            {
                ReadOnlySpan<sbyte> values = _chunks[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions);
                cosines[row] = queryScale * _scales[row] * DotProduct.Int8(shifted, values, _sums[row]);
            }
        }
    }

    /// <summary>Forgets a row's direction, so that an erased text leaves none.</summary>
    public void Clear(int row)
    {
        _chunks[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions).Clear();
        _scales[row] = 0;
        _sums[row] = 0;
    }

    // Unsigned, as the product wants it.
    private static float QuantizeQuery(ReadOnlySpan<float> query, Span<byte> shifted)
    {
        Span<sbyte> quantized = stackalloc sbyte[shifted.Length];
        var scale = QuantizedVector.Quantize(query, quantized);
        for (var i = 0; i < shifted.Length; i++)
        {
            shifted[i] = (byte)(quantized[i] + 128);
        }

        return scale;
    }

    private Span<sbyte> Append()
    {
        var at = Count % ChunkRows;
        if (at == 0)
        {
            // Small workspaces are many: their first chunk grows from a few rows.
            _chunks.Add(new sbyte[(Count == 0 ? FirstRows : ChunkRows) * dimensions]);
        }

        var chunk = _chunks[^1];
        if ((at + 1) * dimensions > chunk.Length)
        {
            Array.Resize(ref chunk, Math.Min(ChunkRows, at * 2) * dimensions);
            _chunks[^1] = chunk;
        }

        if (Count == _scales.Length)
        {
            Array.Resize(ref _scales, Count * 2);
            Array.Resize(ref _sums, Count * 2);
        }

        return chunk.AsSpan(at * dimensions, dimensions);
    }

    private void Finish(ReadOnlySpan<sbyte> row)
    {
        var sum = 0;
        foreach (var value in row)
        {
            sum += value;
        }

        _sums[Count++] = sum;
    }
}
