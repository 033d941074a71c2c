using Remanence.Memories;
using Remanence.Stores.History;

namespace Remanence.Stores;

/// <summary>A memory's new state.</summary>
/// <param name="Memory">The whole memory; its scope must equal the stored one's.</param>
/// <param name="ExpectedUpdatedAt">
/// When given, the stored memory must still have this <see cref="Memory.UpdatedAt"/>; otherwise the commit throws <see cref="MemoryConflictException"/>.
/// </param>
/// <param name="Operation">What the history calls it.</param>
public sealed record MemoryUpdate(Memory Memory, DateTimeOffset? ExpectedUpdatedAt = null, HistoryOperation Operation = HistoryOperation.Updated);
