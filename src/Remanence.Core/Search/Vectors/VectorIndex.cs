using System.Numerics.Tensors;

namespace Remanence.Search.Vectors;

/// <summary>
/// Normalised vectors, searched exactly: an int8 copy is scanned first, floats rescore what comes near the top. Rows lie in chunks, so that growth never
/// copies. Not thread-safe.
/// </summary>
internal sealed class VectorIndex(int dimensions)
{
    private const int ChunkRows = 4096;
    private readonly Int8Rows _bytes = new(dimensions);
    private readonly List<float[]> _floats = [];

    public int Dimensions => dimensions;

    public int Count => _bytes.Count;

    /// <summary>Memory that a row costs.</summary>
    public int BytesPerRow => (dimensions * sizeof(float)) + _bytes.BytesPerRow;

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
        }

        var floats = _floats[^1];
        if ((at + 1) * dimensions > floats.Length)
        {
            Array.Resize(ref floats, Math.Min(ChunkRows, at * 2) * dimensions);
            _floats[^1] = floats;
        }

        vector.CopyTo(floats.AsSpan(at * dimensions));
        _bytes.Add(vector);
    }

    /// <inheritdoc cref="Int8Rows.Scan(ReadOnlySpan{float}, Span{float})"/>
    public void ScanInt8(ReadOnlySpan<float> query, Span<float> cosines) => _bytes.Scan(query, cosines);

    /// <inheritdoc cref="Int8Rows.Scan(ReadOnlySpan{float}, ReadOnlySpan{byte}, Span{float})"/>
    public void ScanInt8(ReadOnlySpan<float> query, ReadOnlySpan<byte> wanted, Span<float> cosines) => _bytes.Scan(query, wanted, cosines);

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
        _bytes.Clear(row);
    }
}
