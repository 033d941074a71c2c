using Remanence.Memories;

namespace Remanence.Editing;

/// <summary>A memory that was found.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Score">How well it answers; comparable within one answer only.</param>
public sealed record ScoredMemory(Memory Memory, double Score)
{
    /// <summary>How far it answers by itself, 0 to 1, whatever else there is.</summary>
    public double Match { get; init; }
}
