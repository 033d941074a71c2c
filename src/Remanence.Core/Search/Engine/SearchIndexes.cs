using Remanence.Diagnostics;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Privacy.Directives;
using Remanence.Search.Vectors;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.Reads;

namespace Remanence.Search.Engine;

/// <summary>
/// The indexes of all workspaces: loaded when first asked for, kept in step with every commit made here, brought up to the store's state before each search,
/// dropped when memory runs short or what was erased must go, and rebuilt from the store. Thread-safe.
/// </summary>
internal sealed class SearchIndexes(MemoryStore store, MemoryAnalyzer analyzer, SearchOptions options, TimeProvider time) : ISearchFeed, IMemorySearch
{
    private const int LoadBatch = 2_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IndexSlot> _slots = new(StringComparer.Ordinal);
    private readonly IChangeFeed _feed = store as IChangeFeed
        ?? throw new ArgumentException($"{store.GetType().Name} cannot be searched in process: it has no change feed.", nameof(store));

    private long _bytes;

    /// <summary>The workspace's index, showing at least every commit that was durable before the call, whoever made it.</summary>
    public async Task<WorkspaceIndex> GetAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await store.GetFreshnessAsync(workspace, cancellationToken) is not { } wanted)
        {
            Drop(workspace);
            return new WorkspaceIndex(analyzer.Dimensions, generation: 0);
        }

        var slot = Slot(workspace);
        slot.LastUsed = time.GetTimestamp();
        if (slot.Index is { } ready && ready.Shows(wanted))
        {
            return ready;
        }

        // One caller's cancellation must not spoil the load for the others.
        var index = await Task.Run(() => CatchUpAsync(workspace, slot, wanted), CancellationToken.None).WaitAsync(cancellationToken);
        Settle(workspace, slot);
        return index;
    }

    async Task<ISearchable> IMemorySearch.OpenAsync(string workspace, CancellationToken cancellationToken) =>
        new IndexSearchable(await GetAsync(workspace, cancellationToken));

    // Each search looks for itself, and what it has is in memory only.
    Task IMemorySearch.NoticeAllAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IMemorySearch.SettleAsync(string workspace, CancellationToken cancellationToken) => Task.CompletedTask;

    Task IMemorySearch.RemoveAsync(string workspace, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tells of a commit that is durable. When the task completes, searches see it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="at">The commit.</param>
    /// <param name="upserts">The memories that it changed, as they are now.</param>
    /// <param name="changes">What it said of deletions, vectors and spaces.</param>
    public async Task ApplyAsync(string workspace, Freshness at, IReadOnlyList<Memory> upserts, ChangeSet changes)
    {
        IReadOnlyList<string> removals = changes.Deletions;
        if (upserts.Any(IsHidden))
        {
            removals = [.. removals, .. upserts.Where(IsHidden).Select(memory => memory.Id)];
            upserts = [.. upserts.Where(memory => !IsHidden(memory))];
        }

        var slot = Slot(workspace);
        if (slot.Index is null && at.Sequence > 1)
        {
            return;
        }

        var analyzed = analyzer.Analyze(upserts, CancellationToken.None);
        await slot.Gate.WaitAsync(CancellationToken.None);
        try
        {
            slot.Index ??= new WorkspaceIndex(analyzer.Dimensions, at.Generation);
            if (at.Generation == slot.Index.Generation && at.Sequence == slot.Index.Sequence + 1)
            {
                var vectors = await VectorsAsync(workspace, slot.Index, at.Sequence, upserts, changes.Vectors);
                slot.Index.Apply(analyzed, removals, vectors, at.Sequence);
                if (changes.ActivateSpace is not null || changes.DropSpaces.Count > 0)
                {
                    await FollowSpaceAsync(workspace, slot.Index, at.Sequence);
                }
            }
            else if (at.Generation == slot.Index.Generation && at.Sequence > slot.Index.Sequence)
            {
                await PullAsync(workspace, slot.Index, at.Sequence);
            }
        }
        finally
        {
            slot.Gate.Release();
        }

        Settle(workspace, slot);
    }

    /// <summary>Forgets a workspace's index; the next search builds it anew.</summary>
    public void Drop(string workspace)
    {
        lock (_lock)
        {
            Remove(workspace);
        }
    }

    private IndexSlot Slot(string workspace)
    {
        lock (_lock)
        {
            if (!_slots.TryGetValue(workspace, out var slot))
            {
                _slots.Add(workspace, slot = new IndexSlot());
            }

            return slot;
        }
    }

    private async Task<WorkspaceIndex> CatchUpAsync(string workspace, IndexSlot slot, Freshness wanted)
    {
        await slot.Gate.WaitAsync();
        try
        {
            if (slot.Index is { } ready && ready.Shows(wanted))
            {
                return ready;
            }

            // An index keeps the generation that was asked for before it was read: should the workspace have another by then, the next search sees that.
            var index = slot.Index is { } known && known.Generation == wanted.Generation ? known : new WorkspaceIndex(analyzer.Dimensions, wanted.Generation);
            using var activity = Telemetry.Start("index.load");
            var started = time.GetTimestamp();
            await PullAsync(workspace, index, wanted.Sequence);
            EngineTelemetry.IndexLoadDuration.Record(time.GetElapsedTime(started).TotalSeconds);
            slot.Index = index;
            return index;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private async Task PullAsync(string workspace, WorkspaceIndex index, long durable)
    {
        var known = index.Sequence;

        // Commits that touch no memory leave no trace in the feed; it shows what is known to be durable at least.
        var latest = Math.Max(known, durable);
        var upserts = new List<Memory>();
        var removals = new List<string>();
        await foreach (var change in _feed.ReadChangesAsync(workspace, known, CancellationToken.None))
        {
            latest = Math.Max(latest, change.Sequence);
            if (change.Memory is null || IsHidden(change.Memory))
            {
                removals.Add(change.MemoryId);
            }
            else
            {
                upserts.Add(change.Memory);
            }

            if (upserts.Count == LoadBatch)
            {
                // A commit counts as shown only when all of its memories are in.
                index.Apply(analyzer.Analyze(upserts, CancellationToken.None), [], await VectorsAsync(workspace, index, latest, upserts, []), known);
                upserts.Clear();
            }
        }

        index.Apply(analyzer.Analyze(upserts, CancellationToken.None), removals, await VectorsAsync(workspace, index, latest, upserts, []), known);
        await FollowSpaceAsync(workspace, index, latest);
        if (index.ExternalSpace is { } space && known > 0)
        {
            index.Apply([], [], await ReadVectorsAsync(workspace, space, known, latest).ToListAsync(), known);
        }

        index.Apply([], [], [], latest);
    }

    // Read back from the store, which passes over what has changed meanwhile. What a later commit wrote belongs to texts that the index may not have yet: it
    // comes with that commit.
    private async Task<IReadOnlyList<MemoryVectors>> VectorsAsync(
        string workspace, WorkspaceIndex index, long upTo, IReadOnlyList<Memory> upserts, IReadOnlyList<SpaceVectors> written)
    {
        if (index.ExternalSpace is not { } space)
        {
            return [];
        }

        string[] ids =
        [
            .. upserts.Select(memory => memory.Id).Where(index.Has),
            .. written.Where(vectors => vectors.Space == space).SelectMany(vectors => vectors.Memories).Select(vectors => vectors.MemoryId),
        ];
        return ids.Length == 0
            ? []
            : [.. (await store.GetVectorsAsync(workspace, space, ids, CancellationToken.None)).Where(vectors => vectors.Sequence <= upTo)];
    }

    // Asked after the memories were read, so that a switch after this comes with a commit that the index has not seen.
    private async Task FollowSpaceAsync(string workspace, WorkspaceIndex index, long upTo)
    {
        var active = (await store.GetWorkspaceAsync(workspace, CancellationToken.None))?.Embedding?.Space;
        if (active == index.ExternalSpace)
        {
            return;
        }

        var space = active is null ? null : new SpaceIndex(active);
        if (space is not null)
        {
            await foreach (var vectors in ReadVectorsAsync(workspace, space.Space, 0, upTo))
            {
                index.Fill(space, vectors);
            }
        }

        index.UseSpace(space);
    }

    private IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(string workspace, EmbeddingSpace space, long after, long upTo) =>
        store.ReadVectorsAsync(workspace, space, after, CancellationToken.None).Where(vectors => vectors.Sequence <= upTo);

    private void Settle(string workspace, IndexSlot slot)
    {
        if (slot.Index is { HasManyGaps: true })
        {
            Drop(workspace);
        }

        EvictOverBudget(workspace, slot);
    }

    private void EvictOverBudget(string workspace, IndexSlot inUse)
    {
        lock (_lock)
        {
            // A slot dropped meanwhile is no longer counted, and must not be counted again.
            if (_slots.GetValueOrDefault(workspace) == inUse)
            {
                var bytes = inUse.Index?.Bytes ?? 0;
                _bytes += bytes - inUse.CountedBytes;
                inUse.CountedBytes = bytes;
            }

            while (_bytes > options.MemoryMegabytes * 1024L * 1024)
            {
                var (name, oldest) = _slots.Where(pair => pair.Value != inUse && pair.Value.Index is not null)
                    .OrderBy(pair => pair.Value.LastUsed).FirstOrDefault();
                if (oldest is null)
                {
                    return;
                }

                Remove(name);
            }
        }
    }

    private void Remove(string workspace)
    {
        if (_slots.Remove(workspace, out var slot))
        {
            _bytes -= slot.CountedBytes;
        }
    }

    /// <summary>What only says that something is not remembered is no answer to anything.</summary>
    public static bool IsHidden(Memory memory) =>
        memory.Kind == MemoryKinds.Forgotten || (memory.Kind == MemoryKinds.Message && WithheldText.Is(memory.Content));
}
