using System.Numerics.Tensors;

namespace Remanence.Search.Vectors;

/// <summary>
/// Normalised vectors, searched exactly: an int8 copy (one scale a row) is scanned first, floats rescore what comes near the top.
/// Rows lie in chunks, so that growth never copies. Not thread-safe.
/// </summary>
internal sealed class VectorIndex(int dimensions)
{
    private const int ChunkRows = 4096;
    private readonly List<float[]> _floats = [];
    private readonly List<sbyte[]> _bytes = [];
    private float[] _scales = new float[16];
    private int[] _sums = new int[16];

    public int Dimensions => dimensions;

    public int Count { get; private set; }

    /// <summary>Memory that a row costs.</summary>
    public int BytesPerRow => (dimensions * (sizeof(float) + sizeof(sbyte))) + sizeof(float) + sizeof(int);

    public ReadOnlySpan<float> this[int row] => _floats[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions);

    /// <summary>Appends a row: <c>float[d]</c>, unit length or all zero.</summary>
    public void Add(ReadOnlySpan<float> vector)
    {
        if (vector.Length != dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} dimensions, the index {dimensions}.", nameof(vector));
        }

        var at = Count % ChunkRows;
        if (at == 0)
        {
            // Small workspaces are many: their first chunk grows from a few rows.
            _floats.Add(new float[(Count == 0 ? 16 : ChunkRows) * dimensions]);
            _bytes.Add(new sbyte[(Count == 0 ? 16 : ChunkRows) * dimensions]);
        }

        var floats = _floats[^1];
        var bytes = _bytes[^1];
        if ((at + 1) * dimensions > floats.Length)
        {
            var rows = Math.Min(ChunkRows, at * 2);
            Array.Resize(ref floats, rows * dimensions);
            Array.Resize(ref bytes, rows * dimensions);
            _floats[^1] = floats;
            _bytes[^1] = bytes;
        }

        if (Count == _scales.Length)
        {
            Array.Resize(ref _scales, Count * 2);
            Array.Resize(ref _sums, Count * 2);
        }

        vector.CopyTo(floats.AsSpan(at * dimensions));
        _scales[Count] = Quantize(vector, bytes.AsSpan(at * dimensions, dimensions), out _sums[Count]);
        Count++;
    }

    /// <summary>Writes the approximate cosine of each row with the query; the error is below 0.01.</summary>
    /// <param name="query"><c>float[d]</c>, unit length.</param>
    /// <param name="cosines">Receives one number a row.</param>
    public void ScanInt8(ReadOnlySpan<float> query, Span<float> cosines)
    {
        Span<byte> shifted = stackalloc byte[dimensions];
        var queryScale = QuantizeQuery(query, shifted);

        var row = 0;
        foreach (var chunk in _bytes)
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
    public void ScanInt8(ReadOnlySpan<float> query, ReadOnlySpan<byte> wanted, Span<float> cosines)
    {
        Span<byte> shifted = stackalloc byte[dimensions];
        var queryScale = QuantizeQuery(query, shifted);

        for (var row = 0; row < Count; row++)
        {
            if (wanted[row] != 0)
            {
                ReadOnlySpan<sbyte> values = _bytes[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions);
                cosines[row] = queryScale * _scales[row] * DotProduct.Int8(shifted, values, _sums[row]);
            }
        }
    }

    /// <summary>Writes the exact cosine of each row with the query.</summary>
    /// <param name="query"><c>float[d]</c>, unit length.</param>
    /// <param name="cosines">Receives one number a row.</param>
    public void ScanFloat(ReadOnlySpan<float> query, Span<float> cosines)
    {
        for (var row = 0; row < Count; row++)
        {
            cosines[row] = TensorPrimitives.Dot(query, this[row]);
        }
    }

    /// <summary>Forgets a row's direction, so that an erased text leaves none.</summary>
    public void Clear(int row)
    {
        _floats[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions).Clear();
        _bytes[row / ChunkRows].AsSpan(row % ChunkRows * dimensions, dimensions).Clear();
        _scales[row] = 0;
        _sums[row] = 0;
    }

    // Unsigned, as the product wants it.
    private static float QuantizeQuery(ReadOnlySpan<float> query, Span<byte> shifted)
    {
        Span<sbyte> quantized = stackalloc sbyte[shifted.Length];
        var scale = Quantize(query, quantized, out _);
        for (var i = 0; i < shifted.Length; i++)
        {
            shifted[i] = (byte)(quantized[i] + 128);
        }

        return scale;
    }

    private static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> bytes, out int sum)
    {
        sum = 0;
        var largest = TensorPrimitives.MaxMagnitude(vector);
        largest = Math.Abs(largest);
        if (largest == 0)
        {
            bytes.Clear();
            return 0;
        }

        var factor = 127 / largest;
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] * factor);
            sum += bytes[i];
        }

        return largest / 127;
    }
}
