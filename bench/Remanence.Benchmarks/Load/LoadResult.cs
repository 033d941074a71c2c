namespace Remanence.Benchmarks.Load;

/// <summary>What a load generator saw.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50Milliseconds">Half of the answers took at most this long.</param>
/// <param name="P99Milliseconds">All but one in a hundred took at most this long.</param>
/// <param name="Errors">Answers other than 200, and connections that broke.</param>
internal readonly record struct LoadResult(double PerSecond, double P50Milliseconds, double P99Milliseconds, int Errors);
