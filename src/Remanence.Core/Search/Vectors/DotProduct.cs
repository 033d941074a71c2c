using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Remanence.Search.Vectors;

/// <summary>Inner products. The int8 one takes the query as unsigned bytes (value + 128), as the VNNI instruction wants it.</summary>
internal static class DotProduct
{
    public static float Float(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => TensorPrimitives.Dot(a, b);

    /// <summary>Σ (query − 128) · row, exact in 32 bits for up to 65,536 dimensions.</summary>
    /// <param name="query">Query values + 128.</param>
    /// <param name="row">As many values.</param>
    /// <param name="rowSum">Σ row.</param>
    public static int Int8(ReadOnlySpan<byte> query, ReadOnlySpan<sbyte> row, int rowSum)
    {
        ref var left = ref MemoryMarshal.GetReference(query);
        ref var right = ref MemoryMarshal.GetReference(row);
        var i = 0;
        var sum = 0;
        if (AvxVnni.IsSupported && row.Length >= 64)
        {
            var first = Vector256<int>.Zero;
            var second = Vector256<int>.Zero;
            for (; i <= row.Length - 64; i += 64)
            {
                first = AvxVnni.MultiplyWideningAndAdd(first, Vector256.LoadUnsafe(ref left, (nuint)i), Vector256.LoadUnsafe(ref right, (nuint)i));
                second = AvxVnni.MultiplyWideningAndAdd(
                    second,
                    Vector256.LoadUnsafe(ref left, (nuint)(i + 32)),
                    Vector256.LoadUnsafe(ref right, (nuint)(i + 32)));
            }

            sum = Vector256.Sum(first + second);
        }
        else if (Avx512BW.IsSupported && row.Length >= 64)
        {
            var first = Vector512<int>.Zero;
            var second = Vector512<int>.Zero;
            for (; i <= row.Length - 64; i += 64)
            {
                first += MultiplyAdjacent(Vector256.LoadUnsafe(ref left, (nuint)i), Vector256.LoadUnsafe(ref right, (nuint)i));
                second += MultiplyAdjacent(Vector256.LoadUnsafe(ref left, (nuint)(i + 32)), Vector256.LoadUnsafe(ref right, (nuint)(i + 32)));
            }

            sum = Vector512.Sum(first + second);
        }
        else if (Vector256.IsHardwareAccelerated && row.Length >= 16)
        {
            // Products of two bytes fit 16 bits only one at a time, so both sides are widened first.
            var total = Vector256<int>.Zero;
            for (; i <= row.Length - 16; i += 16)
            {
                var a = Vector256.WidenLower(Vector128.LoadUnsafe(ref left, (nuint)i).ToVector256Unsafe()).AsInt16();
                var b = Vector256.WidenLower(Vector128.LoadUnsafe(ref right, (nuint)i).ToVector256Unsafe());
                total += MultiplyAdjacent(a, b);
            }

            sum = Vector256.Sum(total);
        }

        for (; i < row.Length; i++)
        {
            sum += query[i] * row[i];
        }

        return sum - (128 * rowSum);
    }

    private static Vector512<int> MultiplyAdjacent(Vector256<byte> a, Vector256<sbyte> b) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(a), Avx512BW.ConvertToVector512Int16(b));

    private static Vector256<int> MultiplyAdjacent(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(a, b);
        }

        var (aLow, aHigh) = Vector256.Widen(a);
        var (bLow, bHigh) = Vector256.Widen(b);
        return (aLow * bLow) + (aHigh * bHigh);
    }
}
