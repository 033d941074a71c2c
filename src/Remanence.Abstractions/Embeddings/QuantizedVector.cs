namespace Remanence.Embeddings;

/// <summary>
/// A vector of unit length as one signed byte a dimension and one scale: value i is <c>Values[i] * Scale</c>. A quarter of the floats' size; a cosine between
/// two of them is off by less than 0.01, at a thousand dimensions by some 0.0003. Scale 0 and all values 0 for a text without a direction. Immutable.
/// </summary>
public sealed class QuantizedVector
{
    private const int Largest = 127;
    private readonly sbyte[] _values;

    /// <summary>Takes over values that were quantised before.</summary>
    /// <param name="values">One a dimension, −127 to 127; not copied, and not to be changed afterwards.</param>
    /// <param name="scale">What one step is worth; finite and not negative.</param>
    public QuantizedVector(sbyte[] values, float scale)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!float.IsFinite(scale) || scale < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), "A scale is finite and not negative.");
        }

        _values = values;
        Scale = scale;
    }

    /// <summary>One a dimension.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>What one step is worth.</summary>
    public float Scale { get; }

    /// <summary>Normalises and quantises a vector; one with a number that is not finite is refused with <see cref="ArgumentException"/>.</summary>
    /// <param name="vector">The vector, of any length.</param>
    public static QuantizedVector From(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentException("A vector holds a number that is not finite.", nameof(vector));
            }

            sum += (double)value * value;
        }

        var values = new sbyte[vector.Length];
        var scale = Quantize(vector, values);
        return new QuantizedVector(values, scale == 0 ? 0 : (float)(scale / Math.Sqrt(sum)));
    }

    /// <summary>Writes each value as a multiple of the returned step, the largest being 127 steps.</summary>
    /// <param name="vector">The values; all finite.</param>
    /// <param name="values">Receives as many numbers.</param>
    /// <returns>The step; 0 when all values are 0.</returns>
    public static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> values)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
        {
            values.Clear();
            return 0;
        }

        for (var i = 0; i < vector.Length; i++)
        {
            values[i] = (sbyte)MathF.Round(vector[i] / largest * Largest);
        }

        return largest / Largest;
    }
}
