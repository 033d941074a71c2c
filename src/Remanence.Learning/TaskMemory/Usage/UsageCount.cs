namespace Remanence.TaskMemory.Usage;

/// <summary>How often a memory was used since last said, and how often it helped.</summary>
/// <param name="MemoryId">The memory.</param>
/// <param name="Used">Uses (ReMe's <c>freq</c>).</param>
/// <param name="Helped">Uses that helped (ReMe's <c>utility</c>).</param>
internal sealed record UsageCount(string MemoryId, int Used, int Helped);
