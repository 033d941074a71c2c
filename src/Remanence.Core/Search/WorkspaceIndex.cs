using System.Diagnostics.CodeAnalysis;
using Remanence.Embeddings;
using Remanence.Search.Lexical;
using Remanence.Search.Vectors;
using Remanence.Stores.Reads;

namespace Remanence.Search;

/// <summary>
/// Everything searchable of one workspace, in memory. Thread-safe: searches run side by side, a write waits for them and they for it.
/// Removed rows stay as gaps until the index is rebuilt.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A reader-writer lock without waiters holds nothing but memory; a search may still hold an evicted index.")]
internal sealed class WorkspaceIndex
{
    private const int GapsFrom = 1_000;
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private SpaceIndex? _space;

    public WorkspaceIndex(int dimensions, long generation)
    {
        Vectors = new VectorIndex(dimensions);
        Generation = generation;
    }

    /// <summary>The workspace's generation that this index is of.</summary>
    public long Generation { get; }

    /// <summary>The last commit of the store that this index shows.</summary>
    public long Sequence { get; private set; }

    /// <summary>Memories that can be found.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether so much was removed that building anew pays.</summary>
    public bool HasManyGaps => Documents.Count - _rows.Count is var gaps && (gaps > GapsFrom && gaps > _rows.Count / 2) || Space is { HasManyGaps: true };

    /// <summary>An estimate of what the index takes.</summary>
    public long Bytes => 4096 + Documents.Bytes + (Lexical.PostingCount * 8) + (Lexical.TermCount * 160L) + ((long)Vectors.Count * Vectors.BytesPerRow)
        + (Space?.Bytes ?? 0);

    /// <summary>The external space whose vectors it has beside the built-in ones; null: none.</summary>
    public EmbeddingSpace? ExternalSpace => Space?.Space;

    internal SpaceIndex? Space => Volatile.Read(ref _space);

    internal IReadOnlyDictionary<string, int> Rows => _rows;

    internal DocumentTable Documents { get; } = new();

    internal ConversationThreads Threads { get; } = new();

    internal LexicalIndex Lexical { get; } = new();

    internal VectorIndex Vectors { get; }

    internal NameIndex Names { get; } = new();

    /// <summary>Whether it shows the workspace as it was at least then.</summary>
    public bool Shows(Freshness wanted) => Generation > wanted.Generation || (Generation == wanted.Generation && Sequence >= wanted.Sequence);

    /// <summary>Whether a memory can be found. For whoever changes the index.</summary>
    public bool Has(string id) => _rows.ContainsKey(id);

    /// <summary>
    /// Takes in a commit, or a part of the first load: memories in the order in which they were first stored, and vectors in the external space of memories
    /// that are there then.
    /// </summary>
    public void Apply(IReadOnlyList<AnalyzedMemory> upserts, IReadOnlyList<string> removals, IReadOnlyList<MemoryVectors> vectors, long sequence)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (var id in removals)
            {
                if (_rows.Remove(id, out var row))
                {
                    Retire(row);
                    Threads.Remove(row);
                }
            }

            foreach (var analyzed in upserts)
            {
                Upsert(analyzed);
            }

            foreach (var (id, _, passages) in vectors)
            {
                if (_rows.TryGetValue(id, out var row))
                {
                    Space?.Put(row, passages);
                }
            }

            Sequence = Math.Max(Sequence, sequence);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Makes room for the vectors of another external space; null: only the built-in one.</summary>
    public void UseSpace(SpaceIndex? space)
    {
        _lock.EnterWriteLock();
        try
        {
            Volatile.Write(ref _space, space);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>An external space's vectors by the rows of this index. For whoever changes the index, before <see cref="UseSpace"/>.</summary>
    public void Fill(SpaceIndex space, MemoryVectors vectors)
    {
        if (_rows.TryGetValue(vectors.MemoryId, out var row))
        {
            space.Put(row, vectors.Passages);
        }
    }

    /// <summary>Reads while nobody writes; the lock is held for the call.</summary>
    public TResult Read<TState, TResult>(TState state, Func<WorkspaceIndex, TState, TResult> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read(this, state);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private void Upsert(AnalyzedMemory analyzed)
    {
        var memory = analyzed.Memory;
        var row = Documents.Add(analyzed, Lexical.Count);
        foreach (var terms in analyzed.Terms)
        {
            Lexical.Add(terms);
        }

        for (var i = 0; i < analyzed.Terms.Length; i++)
        {
            Vectors.Add(analyzed.Vectors.AsSpan(i * Vectors.Dimensions, Vectors.Dimensions));
        }

        Names.Add(Documents.Speaker[row], analyzed.NameTerms);
        if (_rows.TryGetValue(memory.Id, out var replaced))
        {
            Retire(replaced);
            Threads.Replace(replaced, memory);
        }
        else
        {
            Threads.Add(memory);
        }

        _rows[memory.Id] = row;
    }

    private void Retire(int row)
    {
        Documents.Live[row] = 0;
        var first = Documents.FirstPassages[row];
        var end = row + 1 < Documents.Count ? Documents.FirstPassages[row + 1] : Vectors.Count;
        for (var passage = first; passage < end; passage++)
        {
            Vectors.Clear(passage);
        }

        Space?.Clear(row);
    }
}
