using Remanence.Categories;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Stores.InMemory;

/// <summary>What an <see cref="InMemoryStore"/> holds of one workspace. Not thread-safe; the store locks.</summary>
internal sealed class InMemoryWorkspace(string name, DateTimeOffset createdAt, Freshness start)
{
    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public long Generation { get; set; } = start.Generation;

    public long Sequence { get; set; } = start.Sequence;

    public OrderedItems<MemoryVersion> Memories { get; } = new();

    public Dictionary<string, Tombstone> Tombstones { get; } = new(StringComparer.Ordinal);

    public OrderedItems<Resource> Resources { get; } = new();

    public Dictionary<string, SortedList<int, StoredMessage>> Messages { get; } = new(StringComparer.Ordinal);

    public OrderedItems<Category> Categories { get; } = new();

    public List<HistoryEntry> History { get; } = [];

    public Dictionary<string, List<HistoryEntry>> HistoryOf { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AppliedChangeSet> Applied { get; } = new(StringComparer.Ordinal);

    /// <summary>The space that searches use.</summary>
    public InMemorySpace? ActiveSpace { get; set; }

    /// <summary>The space that shall take its place.</summary>
    public InMemorySpace? NextSpace { get; set; }

    public WorkspaceInfo Info =>
        new(Name, CreatedAt, Sequence, Memories.Count) { Embedding = ActiveSpace?.Progress, NextEmbedding = NextSpace?.Progress };

    public InMemorySpace? FindSpace(EmbeddingSpace space) => ActiveSpace?.Space == space ? ActiveSpace : NextSpace?.Space == space ? NextSpace : null;

    public void ForgetVectors(string id)
    {
        ActiveSpace?.Vectors.Remove(id);
        NextSpace?.Vectors.Remove(id);
    }

    public void Append(HistoryEntry entry)
    {
        History.Add(entry);
        if (!HistoryOf.TryGetValue(entry.MemoryId, out var entries))
        {
            HistoryOf.Add(entry.MemoryId, entries = []);
        }

        entries.Add(entry);
    }

    public int RemoveHistory(Func<HistoryEntry, bool> condemns)
    {
        foreach (var (id, entries) in HistoryOf)
        {
            if (entries.RemoveAll(entry => condemns(entry)) > 0 && entries.Count == 0)
            {
                HistoryOf.Remove(id);
            }
        }

        return History.RemoveAll(entry => condemns(entry));
    }

    public void Bury(string id, long sequence)
    {
        Tombstones[id] = new Tombstone(id, sequence, Memories.PositionOf(id));
        Memories.Remove(id);
        ForgetVectors(id);
    }

    /// <summary>A memory and the commit that last changed it.</summary>
    internal sealed record MemoryVersion(Memory Memory, long Sequence);

    /// <summary>What is left of a memory that is gone.</summary>
    internal sealed record Tombstone(string Id, long Sequence, long Position);

    /// <summary>A change set that was applied, and whose it was.</summary>
    internal sealed record AppliedChangeSet(string? Fingerprint, long Sequence, IReadOnlyList<Scope> Scopes);
}
