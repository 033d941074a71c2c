namespace Remanence.Stores;

/// <summary>One memory replaced by another: its status, its successor and, when absent, the end of its validity are set in the store.</summary>
/// <param name="MemoryId">The memory replaced; an unknown id throws <see cref="MemoryNotFoundException"/>.</param>
/// <param name="SuccessorId">The memory that replaces it; it must exist after the inserts of the same change set.</param>
/// <param name="ValidTo">When it ceased to hold.</param>
public sealed record Supersession(string MemoryId, string SuccessorId, DateTimeOffset ValidTo);
