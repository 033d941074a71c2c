using Remanence.Memories;

namespace Remanence.Stores;

/// <summary>The latest change of one memory.</summary>
/// <param name="Sequence">The commit that made it.</param>
/// <param name="MemoryId">The memory.</param>
/// <param name="Memory">Its state now; null when it is gone.</param>
/// <param name="EndsCommit">When watched: whether the caller has now seen all of the commit, and may go on from its number.</param>
public sealed record MemoryChange(long Sequence, string MemoryId, Memory? Memory, bool EndsCommit = false);
