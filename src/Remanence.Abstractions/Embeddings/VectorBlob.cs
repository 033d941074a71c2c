using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Remanence.Embeddings;

/// <summary>A memory's vectors as one run of bytes, for stores: each passage its scale (4 bytes, little-endian) and then its values, one byte each.</summary>
public static class VectorBlob
{
    /// <summary>Writes passages.</summary>
    /// <param name="passages">The passages, all of one number of dimensions.</param>
    public static byte[] Write(IReadOnlyList<QuantizedVector> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var bytes = new byte[passages.Sum(passage => sizeof(float) + passage.Values.Length)];
        var rest = bytes.AsSpan();
        foreach (var passage in passages)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, passage.Scale);
            MemoryMarshal.AsBytes(passage.Values).CopyTo(rest[sizeof(float)..]);
            rest = rest[(sizeof(float) + passage.Values.Length)..];
        }

        return bytes;
    }

    /// <summary>Reads passages.</summary>
    /// <param name="bytes">What <see cref="Write"/> made.</param>
    /// <param name="dimensions">Of the space.</param>
    public static IReadOnlyList<QuantizedVector> Read(ReadOnlySpan<byte> bytes, int dimensions)
    {
        var size = sizeof(float) + dimensions;
        if (bytes.Length % size != 0)
        {
            throw new ArgumentException($"{bytes.Length} bytes are no vectors of {dimensions} dimensions.", nameof(bytes));
        }

        var passages = new QuantizedVector[bytes.Length / size];
        for (var i = 0; i < passages.Length; i++)
        {
            var one = bytes.Slice(i * size, size);
            passages[i] = new QuantizedVector(MemoryMarshal.Cast<byte, sbyte>(one[sizeof(float)..]).ToArray(), BinaryPrimitives.ReadSingleLittleEndian(one));
        }

        return passages;
    }
}
