using System.Collections.Concurrent;
using Remanence.Jobs;

namespace Remanence.Diagnostics;

/// <summary>How many jobs stand where, as a worker last counted them, for the metric of that name.</summary>
internal sealed class JobGauge : IDisposable
{
    private static readonly ConcurrentDictionary<JobGauge, IReadOnlyList<JobCount>> Counts = new();

    /// <summary>The counts of all workers of this process.</summary>
    public static IEnumerable<JobCount> All => Counts.Values.SelectMany(counts => counts);

    public void Set(IReadOnlyList<JobCount> counts) => Counts[this] = counts;

    public void Dispose() => Counts.TryRemove(this, out _);
}
