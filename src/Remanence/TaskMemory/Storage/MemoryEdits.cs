using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.TaskMemory.Storage;

/// <summary>Changes to memories, planned against a state that was read.</summary>
internal sealed class MemoryEdits
{
    public List<Memory> Inserts { get; } = [];

    public List<MemoryUpdate> Updates { get; } = [];

    public List<Supersession> Supersessions { get; } = [];

    public List<string> Deletions { get; } = [];

    public bool IsEmpty => Inserts.Count == 0 && Updates.Count == 0 && Supersessions.Count == 0 && Deletions.Count == 0;

    /// <summary>Changes a memory, unless somebody else changes it first.</summary>
    /// <param name="changed">The new state; its time of change is set here.</param>
    /// <param name="read">The state that it was made from.</param>
    /// <param name="operation">What the history calls it.</param>
    /// <param name="now">The present.</param>
    public void Update(Memory changed, Memory read, HistoryOperation operation, DateTimeOffset now)
    {
        // Two changes of one instant must differ, or the second would not see the first.
        var at = now > read.UpdatedAt ? now : read.UpdatedAt.AddTicks(1);
        Updates.Add(new MemoryUpdate(new Memory(changed) { UpdatedAt = at }, read.UpdatedAt, operation));
    }
}
