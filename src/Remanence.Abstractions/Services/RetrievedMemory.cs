using Remanence.Json;

namespace Remanence.Services;

/// <summary>A memory found.</summary>
public sealed record RetrievedMemory
{
    /// <summary>The memory.</summary>
    public required MemoryDocument Memory { get; init; }

    /// <summary>How well it answers, higher is better; comparable within one answer only.</summary>
    public required double Score { get; init; }

    /// <summary>Where the score comes from, when asked for.</summary>
    public Explanation? Explanation { get; init; }
}
