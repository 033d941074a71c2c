using System.Collections.Concurrent;
using Remanence.Benchmarks.Measuring;

namespace Remanence.Benchmarks.Soak;

/// <summary>What was asked in one part of the time, and how it was answered. Thread-safe.</summary>
internal sealed class SoakSlice
{
    private readonly ConcurrentDictionary<string, Latencies> _latencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _unexpected = new(StringComparer.Ordinal);
    private int _refused;

    /// <summary>Writes that were refused because the disk was full.</summary>
    public int Refused => _refused;

    /// <summary>Answers that nobody should get, by what was asked and the status.</summary>
    public IReadOnlyDictionary<string, int> Unexpected => _unexpected;

    public void Add(string what, double milliseconds)
    {
        var latencies = _latencies.GetOrAdd(what, _ => new Latencies(1_000));
        lock (latencies)
        {
            latencies.Add(milliseconds);
        }
    }

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Surprise(string what) => _unexpected.AddOrUpdate(what, 1, (_, count) => count + 1);

    public int Count(string what) => _latencies.TryGetValue(what, out var latencies) ? latencies.Count : 0;

    /// <summary>The percentile in milliseconds; NaN when nothing of the kind was asked.</summary>
    public double Percentile(string what, double percent)
    {
        if (!_latencies.TryGetValue(what, out var latencies))
        {
            return double.NaN;
        }

        lock (latencies)
        {
            return latencies.Percentile(percent);
        }
    }
}
