using Remanence.Memories;

namespace Remanence.Editing;

/// <summary>A memory that was found.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Score">How well it answers; comparable within one answer only.</param>
public sealed record ScoredMemory(Memory Memory, double Score);
