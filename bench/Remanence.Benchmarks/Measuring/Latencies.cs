using System.Diagnostics;

namespace Remanence.Benchmarks.Measuring;

/// <summary>How long each of many calls took.</summary>
internal sealed class Latencies(int capacity)
{
    private readonly List<double> _milliseconds = new(capacity);

    public int Count => _milliseconds.Count;

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Since(long started) => Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    /// <summary>The value below which that share of the calls lies, by nearest rank, in milliseconds.</summary>
    public double Percentile(double percent)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
