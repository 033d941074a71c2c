using Remanence.Benchmarks.Measuring;

namespace Remanence.Benchmarks.Peers;

/// <summary>One way to find the nearest vectors.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="MeasureAsync">Asks all queries once and adds how long each took.</param>
/// <param name="RecallAsync">The share of the true nearest that it finds.</param>
internal sealed record Contender(string Name, Func<Latencies, Task<Latencies>> MeasureAsync, Func<Task<double>> RecallAsync)
{
    public Latencies Latencies { get; } = new(1_000);
}
