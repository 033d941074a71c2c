using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Editing;

/// <summary>Changes to memories, planned against a state that was read. Not thread-safe.</summary>
public sealed class MemoryEdits
{
    /// <summary>New memories; one whose id is there already stays as it is there.</summary>
    public List<Memory> Inserts { get; } = [];

    /// <summary>Memories as they shall be; <see cref="Update"/> adds one.</summary>
    public List<MemoryUpdate> Updates { get; } = [];

    /// <summary>Memories that others take the place of.</summary>
    public List<Supersession> Supersessions { get; } = [];

    /// <summary>Ids of memories that go; their history stays.</summary>
    public List<string> Deletions { get; } = [];

    /// <summary>Memories that say already what was to be stored.</summary>
    public List<Memory> Standing { get; } = [];

    /// <summary>
    /// What the changes were planned from (<see cref="MemoryAccess.MarkAsync"/>): where that has changed, they are planned again and not committed.
    /// </summary>
    public IReadOnlyList<ReadMark> Reads { get; set; } = [];

    /// <summary>The memories that hold what was to be stored: new, changed, or there before.</summary>
    public IEnumerable<Memory> Held =>
        Inserts.Concat(Updates.Select(update => update.Memory)).Concat(Standing).DistinctBy(memory => memory.Id, StringComparer.Ordinal);

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Inserts.Count == 0 && Updates.Count == 0 && Supersessions.Count == 0 && Deletions.Count == 0;

    /// <summary>Takes over what an earlier part of the same edit did.</summary>
    /// <param name="earlier">That part.</param>
    /// <param name="existing">Ids that it would have inserted and that were there already.</param>
    internal void Follow(MemoryEdits earlier, IReadOnlyList<string> existing)
    {
        Inserts.InsertRange(0, earlier.Inserts.Where(memory => !existing.Contains(memory.Id, StringComparer.Ordinal)));
        Updates.InsertRange(0, earlier.Updates);
        Supersessions.InsertRange(0, earlier.Supersessions);
        Deletions.InsertRange(0, earlier.Deletions);
    }

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

    /// <summary>Takes out of what is to be stored what must not be.</summary>
    /// <param name="redact">Gives a memory without it.</param>
    internal void Redact(Func<Memory, Memory> redact)
    {
        for (var i = 0; i < Inserts.Count; i++)
        {
            Inserts[i] = redact(Inserts[i]);
        }

        for (var i = 0; i < Updates.Count; i++)
        {
            Updates[i] = Updates[i] with { Memory = redact(Updates[i].Memory) };
        }
    }

    /// <summary>As one step of work.</summary>
    /// <param name="id">The change set's id.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="actor">Who changes, for the history.</param>
    /// <param name="now">The present.</param>
    public ChangeSet ToChangeSet(string id, string workspace, string actor, DateTimeOffset now) => new()
    {
        Id = id,
        Workspace = workspace,
        At = now,
        Actor = actor,
        Reads = Reads,
        Inserts = Inserts,
        Updates = Updates,
        Supersessions = Supersessions,
        Deletions = Deletions,
    };
}
