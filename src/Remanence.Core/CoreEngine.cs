using Remanence.Categories;
using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Ingest;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Privacy.Forgotten;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.Transfer;

namespace Remanence;

/// <summary>The memory service in this process, but for what is learnt: whoever derives says who learns, and answers for people.</summary>
public abstract class CoreEngine :
    MemoryService, IMemoryHistory, IMemoryEditing, IMemoryErasure, IMemoryResources, IMemoryCategories, IMemoryJobs,
    IMemoryTransfer, IMemoryWatching, IMemoryWorkspaces, IAsyncDisposable
{
    private readonly EngineParts _parts;
    private readonly Memorizer _memorizer;

    /// <summary>Creates an engine; <see cref="OpenAsync"/> must be called before anything else.</summary>
    /// <param name="parts">What it is made of; disposed with it.</param>
    /// <param name="handlers">Who does background work besides the engine's own, one a kind.</param>
    protected CoreEngine(EngineParts parts, IReadOnlyList<JobHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(handlers);
        _parts = parts;
        parts.Employ(handlers);
        var learns = handlers.Any(handler => handler is { Kind: JobKinds.Consolidate, UsesModel: true });
        _memorizer = parts.CreateMemorizer(learns);
    }

    internal EngineParts Parts => _parts;

    /// <summary>What operators see of the engine.</summary>
    public MemoryAccess Access => _parts.Access;

    /// <summary>Opens the store, and queues a job for each workspace that is not embedded as <see cref="CoreEngineOptions.Embedders"/> wants it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public Task OpenAsync(CancellationToken cancellationToken = default) => _parts.OpenAsync(cancellationToken);

    /// <summary>
    /// Begins to work on background jobs, and to tell webhooks. The store must be open. Where it is not called, whoever waits for a job does what is due, and
    /// nothing else does.
    /// </summary>
    /// <param name="cancellationToken">Stops the beginning.</param>
    public Task StartJobsAsync(CancellationToken cancellationToken = default) => _parts.StartJobsAsync(cancellationToken);

    /// <summary>Ends the work on background jobs: what is under way is handed back and goes on with the next start, here or in another process.</summary>
    /// <param name="cancellationToken">Ends the patience with handlers that do not end; their jobs are handed back all the same.</param>
    public Task StopJobsAsync(CancellationToken cancellationToken = default) => _parts.Worker.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default) =>
        _memorizer.MemorizeAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public override Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default) =>
        _parts.Retriever.RetrieveAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public override Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default) =>
        _parts.Statements.AddAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public override Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.GetAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _parts.Store.QueryAsync(query with { Filter = Tombstones.Hide(query.Filter) }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.UpdateAsync(scope, id, patch, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.ForgetAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Memory> RestoreAsync(Scope scope, string id, long? sequence = null, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.RestoreAsync(scope, id, sequence, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.HistoryAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        return _parts.Editor.EraseAsync(scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _parts.Editor.EraseAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task FinishErasuresAsync(CancellationToken cancellationToken = default) => _parts.Store.FinishErasuresAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken = default) =>
        _memorizer.AddResourceAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public async Task<Resource> GetResourceAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        RequestRules.CheckId("id", id);
        return await _parts.Store.GetResourceAsync(scope.Workspace, id, cancellationToken) is { } resource && scope.Sees(resource.Scope)
            ? resource
            : throw _parts.Store.NotFound($"Resource {Printable.Show(id)} does not exist here.");
    }

    /// <inheritdoc/>
    public Task<Page<Resource>> ListResourcesAsync(PageQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return ListWithoutTextsAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Page<StoredMessage>> ListMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        await GetResourceAsync(query.Scope, resourceId, cancellationToken);
        return await _parts.Store.QueryMessagesAsync(resourceId, query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Category> GetCategoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        RequestRules.CheckId("id", id);
        return await _parts.Store.GetCategoryAsync(scope.Workspace, id, cancellationToken) is { } category && scope.Sees(category.Scope)
            ? category
            : throw _parts.Store.NotFound($"Category {Printable.Show(id)} does not exist here.");
    }

    /// <inheritdoc/>
    public Task<Page<Category>> ListCategoriesAsync(PageQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _parts.Store.QueryCategoriesAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckId("id", id);
        return
            await _parts.Store.FindJobWorkspaceAsync(id, cancellationToken) is { } workspace
            && await _parts.Store.GetJobAsync(workspace, id, cancellationToken) is { } job
            ? job
            : throw _parts.Store.NotFound($"Job {Printable.Show(id)} does not exist.");
    }

    /// <inheritdoc/>
    public Task<Page<Job>> ListJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _parts.Store.QueryJobsAsync(query, states, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Job> RetryJobAsync(string id, CancellationToken cancellationToken = default) => ChangeJobAsync(
        id,
        job => job.State is JobState.Dead or JobState.Cancelled or JobState.Retrying,

        // Whoever asks does not want to wait for a quiet spell.
        job => job with { State = JobState.Queued, Priority = Math.Max(1, job.Priority), Failures = 0, Error = null },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Job> CancelJobAsync(string id, CancellationToken cancellationToken = default) => ChangeJobAsync(
        id,
        job => job.State is JobState.Queued or JobState.Running or JobState.Retrying,
        job => job with { State = JobState.Cancelled },
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<MemoryChange> WatchAsync(Scope scope, long? after = null, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        return _parts.Watcher.WatchAsync(scope, after, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default) =>
        _parts.Store.ListWorkspacesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        return _parts.Editor.DropAsync(workspace, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        return _parts.Transfer.ExportAsync(workspace, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        return _parts.Transfer.ImportAsync(workspace, records, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _parts.DisposeAsync();
    }

    // A page of documents would be gigabytes with their texts; each is read by its id.
    private async Task<Page<Resource>> ListWithoutTextsAsync(PageQuery query, CancellationToken cancellationToken)
    {
        var page = await _parts.Store.QueryResourcesAsync(query, cancellationToken);
        return page with { Items = [.. page.Items.Select(resource => resource.Text is null ? resource : resource with { Text = null })] };
    }

    private async Task<Job> ChangeJobAsync(string id, Func<Job, bool> allowed, Func<Job, Job> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var job = await GetJobAsync(id, cancellationToken);
            if (!allowed(job))
            {
                throw new MemoryConflictException($"Job {id} is {job.State.ToString().ToLowerInvariant()}; it cannot be changed so.");
            }

            if (await _parts.Store.TryUpdateJobAsync(new JobUpdate(job, change(job)) { DueIn = TimeSpan.Zero }, cancellationToken) is { } changed)
            {
                _parts.Upkeep.Forget(job.Scope.Workspace);
                return changed;
            }
        }
    }
}
