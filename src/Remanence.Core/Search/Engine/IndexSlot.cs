using System.Diagnostics.CodeAnalysis;

namespace Remanence.Search.Engine;

/// <summary>A workspace's place among the indexes.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle; a search may still wait on a dropped slot.")]
internal sealed class IndexSlot
{
    private WorkspaceIndex? _index;
    private long _lastUsed;

    /// <summary>What it counts towards the memory bound; changed under the lock of all slots.</summary>
    public long CountedBytes { get; set; }

    /// <summary>Held while the index changes.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>Null until loaded.</summary>
    public WorkspaceIndex? Index
    {
        get => Volatile.Read(ref _index);
        set => Volatile.Write(ref _index, value);
    }

    public long LastUsed
    {
        get => Volatile.Read(ref _lastUsed);
        set => Volatile.Write(ref _lastUsed, value);
    }
}
