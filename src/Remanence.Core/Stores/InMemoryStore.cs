using System.Runtime.CompilerServices;
using Remanence.Categories;
using Remanence.Diagnostics;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores.Changes;
using Remanence.Stores.History;
using Remanence.Stores.InMemory;
using Remanence.Stores.Reads;

namespace Remanence.Stores;

/// <summary>A store that keeps everything in memory and nothing beyond the process: for tests, and where nothing shall be written.</summary>
/// <param name="time">The clock that jobs go by. Default: the system's.</param>
public sealed partial class InMemoryStore(TimeProvider? time = null) : MemoryStore, IChangeFeed
{
    private readonly SteadyClock _clock = new(time ?? TimeProvider.System);
    private readonly StoreSignals _signals = new();
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, InMemoryWorkspace> _workspaces = new(StringComparer.Ordinal);
    private readonly OrderedItems<Job> _jobs = new();
    private long _lastGeneration;
    private long _lastDropped;
    private volatile bool _open;
    private volatile bool _closed;

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        cancellationToken.ThrowIfCancellationRequested();
        _open = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await Write(() => Commit(changes), cancellationToken);
        _signals.Committed(changes);
        return result;
    }

    private CommitResult Commit(ChangeSet changes)
    {
        StoreArguments.Check(changes);
        var known = _workspaces.TryGetValue(changes.Workspace, out var workspace);
        workspace ??= new InMemoryWorkspace(changes.Workspace, changes.At, Start());
        var result = new InMemoryCommit(workspace, _jobs, changes, _clock.Now).Run();
        if (!known)
        {
            _workspaces.Add(workspace.Name, workspace);
        }

        return result;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(ids, "A memory's id");
        var memories = Find(workspace)?.Memories;
        return memories is null ? [] : (IReadOnlyList<Memory>)[.. ids.Select(memories.Find).Where(found => found is not null).Select(found => found!.Memory)];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken) =>
        Read(
            () =>
            {
                StoreArguments.Check(query);
                var page = (Find(query.Scope.Workspace)?.Memories ?? new()).Page(
                    'm',
                    query.Cursor,
                    query.Limit,
                    item => Matches(query, item.Memory),
                    item => item.Memory.Content.Length);
                return new Page<Memory>([.. page.Items.Select(item => item.Memory)], page.NextCursor);
            },
            cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.Check(query);
        var memories = Find(query.Scope.Workspace)?.Memories.Values ?? [];
        return (IReadOnlyList<string>)[.. memories.Where(item => Matches(query, item.Memory)).Select(item => item.Memory.Id)];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(memoryId, nameof(memoryId));
        return Find(workspace) is { } found && found.HistoryOf.TryGetValue(memoryId, out var entries) ? (IReadOnlyList<HistoryEntry>)[.. entries] : [];
    }, cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        var entries = await Read(() => Find(workspace)?.History.ToArray() ?? [], cancellationToken);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MemoryChange> ReadChangesAsync(
        string workspace, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        foreach (var change in await Read(() => Changes(workspace, afterSequence), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }
    }

    /// <inheritdoc/>
    public Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken) => _signals.WaitForCommitAsync(
        workspace, async token => (await GetFreshnessAsync(workspace, token))?.Sequence > afterSequence, cancellationToken);

    /// <inheritdoc/>
    public override Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return Find(workspace)?.Resources.Find(id);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken) =>
        Read(
            () =>
            {
                StoreArguments.Check(query);
                return (Find(query.Scope.Workspace)?.Resources ?? new()).Page(
                    'r',
                    query.Cursor,
                    query.Limit,
                    item => query.Scope.Sees(item.Scope),
                    item => item.Text?.Length ?? 0);
            },
            cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(resourceId, nameof(resourceId));
        StoreArguments.Check(query);
        var after = StoreCursor.Decode('s', query.Cursor, -1);
        if (Find(query.Scope.Workspace) is not { } workspace
            || workspace.Resources.Find(resourceId) is not { } resource
            || !query.Scope.Sees(resource.Scope)
            || !workspace.Messages.TryGetValue(resourceId, out var messages))
        {
            return new Page<StoredMessage>([], null);
        }

        var found = messages.Values.Where(message => message.Position > after).Take(query.Limit + 1).ToList();
        return found.Count <= query.Limit
            ? new Page<StoredMessage>(found, null)
            : new Page<StoredMessage>(found[..query.Limit], StoreCursor.Encode('s', found[query.Limit - 1].Position));
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return Find(workspace)?.Categories.Find(id);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.Check(query);
        return (Find(query.Scope.Workspace)?.Categories ?? new()).Page('c', query.Cursor, query.Limit, item => query.Scope.Sees(item.Scope));
    }, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken) => new(Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Find(workspace) is { } found ? new Freshness(found.Generation, found.Sequence) : (Freshness?)null;
    }, cancellationToken));

    /// <inheritdoc/>
    public override Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Find(workspace)?.Info;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken) => Read(
        () => (IReadOnlyList<WorkspaceInfo>)[.. _workspaces.Values.Select(item => item.Info).OrderBy(item => item.Name, StringComparer.Ordinal)],
        cancellationToken);

    /// <inheritdoc/>
    public override Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken) => EraseAsync(workspace, () =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        DropUsage(workspace);
        if (!_workspaces.Remove(workspace, out var dropped))
        {
            return new Erasure();
        }

        _lastDropped = Math.Max(_lastDropped, dropped.Sequence);
        return new Erasure
        {
            Memories = dropped.Memories.Count,
            History = dropped.History.Count,
            Resources = dropped.Resources.Count,
            Messages = dropped.Messages.Values.Sum(messages => messages.Count),
            Categories = dropped.Categories.Count,
            Jobs = _jobs.RemoveWhere(job => job.Scope.Workspace == workspace),
        };
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken) => EraseAsync(scope?.Workspace!, () =>
    {
        StoreArguments.CheckErasable(scope!);
        EraseUsage(scope!);
        return Find(scope!.Workspace) is { } workspace
            ? Renew(workspace, workspace.Erase(scope)) with { Jobs = _jobs.RemoveWhere(job => scope.Owns(job.Scope)) }
            : new Erasure();
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        EraseAsync(
            workspace,
            () =>
            {
                StoreArguments.RequireText(workspace, nameof(workspace));
                StoreArguments.CheckTexts(memoryIds, "A memory's id");
                return Find(workspace) is { } found ? Renew(found, found.Erase(memoryIds)) : new Erasure();
            },
            cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _closed = true;
        _signals.Close();
        return base.DisposeAsync();
    }

    private async Task<Erasure> EraseAsync(string workspace, Func<Erasure> erase, CancellationToken cancellationToken)
    {
        var erasure = await Write(erase, cancellationToken);
        _signals.Erased(workspace);
        return erasure;
    }

    private static bool Matches(MemoryQuery query, Memory memory) => query.Scope.Sees(memory.Scope) && (query.Filter?.Matches(memory) ?? true);

    // Where a new workspace begins; a generation that nothing comes of is lost.
    private Freshness Start() => new(++_lastGeneration, _lastDropped);

    private Erasure Renew(InMemoryWorkspace workspace, Erasure erasure)
    {
        if (erasure.Memories + erasure.History > 0)
        {
            workspace.Generation = ++_lastGeneration;
        }

        return erasure;
    }

    private InMemoryWorkspace? Find(string name) => _workspaces.GetValueOrDefault(name);

    private List<MemoryChange> Changes(string name, long afterSequence) => Find(name) is not { } workspace ? [] :
    [
        .. workspace.Tombstones.Values.Where(item => item.Sequence > afterSequence).Select(item => new MemoryChange(item.Sequence, item.Id, null)),
        .. workspace.Memories.After(0).Where(item => item.Value.Sequence > afterSequence)
            .Select(item => new MemoryChange(item.Value.Sequence, item.Value.Memory.Id, item.Value.Memory)),
    ];

    private Task<T> Read<T>(Func<T> work, CancellationToken cancellationToken) =>
        Run(work, _lock.EnterReadLock, _lock.ExitReadLock, cancellationToken);

    private Task<T> Write<T>(Func<T> work, CancellationToken cancellationToken) =>
        Run(work, _lock.EnterWriteLock, _lock.ExitWriteLock, cancellationToken);

    // What a method throws belongs into its task, as with a store that really waits.
    private Task<T> Run<T>(Func<T> work, Action enter, Action exit, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (!_open)
            {
                throw new InvalidOperationException("The store is not open; call OpenAsync first.");
            }

            enter();
            try
            {
                return Task.FromResult(work());
            }
            finally
            {
                exit();
            }
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
