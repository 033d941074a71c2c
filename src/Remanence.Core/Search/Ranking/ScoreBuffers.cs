using System.Buffers;

namespace Remanence.Search.Ranking;

/// <summary>Scratch arrays of one search, rented and given back together.</summary>
internal sealed class ScoreBuffers : IDisposable
{
    private readonly List<float[]> _floats = [];
    private readonly List<byte[]> _bytes = [];

    public Span<float> Floats(int length)
    {
        var array = ArrayPool<float>.Shared.Rent(Math.Max(1, length));
        _floats.Add(array);
        var span = array.AsSpan(0, length);
        span.Clear();
        return span;
    }

    public Span<byte> Bytes(int length)
    {
        var array = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        _bytes.Add(array);
        var span = array.AsSpan(0, length);
        span.Clear();
        return span;
    }

    public void Dispose()
    {
        _floats.ForEach(array => ArrayPool<float>.Shared.Return(array));
        _bytes.ForEach(array => ArrayPool<byte>.Shared.Return(array));
    }
}
