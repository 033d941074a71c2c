using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Categories;
using Remanence.Commits;
using Remanence.Curation;
using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Embeddings;
using Remanence.Events;
using Remanence.Events.Webhooks;
using Remanence.Ingest;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.BuiltIn;
using Remanence.Models.Usage;
using Remanence.PersonalMemory;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Profiles;
using Remanence.PersonalMemory.Reflection;
using Remanence.Privacy;
using Remanence.Privacy.Directives;
using Remanence.Privacy.Forgotten;
using Remanence.Resources;
using Remanence.Retrieval;
using Remanence.Search;
using Remanence.Search.Sources;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Transfer;

namespace Remanence;

/// <summary>The memory service in this process, over a store, which it opens and disposes unless <see cref="MemoryEngineOptions.OwnsStore"/> says otherwise.</summary>
public sealed class MemoryEngine :
    MemoryService, IMemoryHistory, IMemoryEditing, IMemoryErasure, IMemoryResources, IMemoryCategories, IMemoryLearning, IMemoryJobs,
    IMemoryTransfer, IMemoryWatching, IMemoryWorkspaces, IAsyncDisposable
{
    private readonly MemoryStore _store;
    private readonly bool _ownsStore;
    private readonly TimeProvider _time;
    private readonly Memorizer _memorizer;
    private readonly IMemorySearch _search;
    private readonly Retriever _retriever;
    private readonly Statements _statements;
    private readonly PersonWork _work;
    private readonly ProfileReader _profiles;
    private readonly Curator _curator;
    private readonly WorkspaceTransfer _transfer;
    private readonly ChangeWatcher _watcher;
    private readonly JobWorker _worker;
    private readonly WebhookQueue? _webhooks;
    private readonly WebhookHandler? _webhookHandler;
    private readonly EmbeddingUpkeep _upkeep;
    private readonly UsageMeter? _usage;
    private bool _keepsUsage;

    /// <summary>Creates an engine; <see cref="OpenAsync"/> must be called before anything else.</summary>
    /// <param name="store">Where memories are kept; it must be an <see cref="IChangeFeed"/>.</param>
    /// <param name="options">How the engine works.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <param name="logging">Where background work logs. Default: nowhere.</param>
    public MemoryEngine(MemoryStore store, MemoryEngineOptions? options = null, TimeProvider? time = null, ILoggerFactory? logging = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new MemoryEngineOptions();
        _store = store;
        _usage = options.Usage;
        _ownsStore = options.OwnsStore;
        _time = time ?? TimeProvider.System;
        var embedder = options.Embedder ?? StaticEmbedder.Shared;
        var analyzer = new MemoryAnalyzer(embedder);
        options.Source?.Check();
        var projection = options.Source is { Source: var source } ? new SourceProjection(store, source, _time) : null;
        var indexes = projection is null ? new SearchIndexes(store, analyzer, options.Search, _time) : null;
        var searches = (ISearchFeed?)projection ?? indexes!;
        _upkeep = new EmbeddingUpkeep(store, options.Embedders, _time);
        if (options.Webhooks.Urls.Count > 0)
        {
            options.Webhooks.Check();
            _webhooks = new WebhookQueue(store, options.Webhooks.Urls, _time);
            _webhookHandler = new WebhookHandler((IChangeFeed)store, options.Webhooks, _time);
        }

        var insights = new InsightUpkeep(store);
        var committer = Committer = new Committer(store, [_upkeep, insights, new SearchStep(store, searches), .. _webhooks is null ? (CommitStep[])[] : [_webhooks]]);
        EmbedHandler = new EmbedJobHandler(store, committer, _upkeep, options.Embedders, _time);
        var people = options.HasFlows ? [] : PersonHandlers.For(this, store, options.ChatClient, _time, logging).ExceptBy(options.JobHandlers.Select(handler => handler.Kind), handler => handler.Kind, StringComparer.Ordinal);
        IReadOnlyList<JobHandler> given = [.. options.JobHandlers, .. people];
        JobHandler?[] own = [EmbedHandler, _webhookHandler, projection is null ? null : new ProjectHandler(store, options.Source!.Source, analyzer)];
        IReadOnlyList<JobHandler> handlers = [.. given, .. own.OfType<JobHandler>()];
        var logger = (logging ?? NullLoggerFactory.Instance).CreateLogger("Remanence.Jobs");
        _worker = new JobWorker(store, committer, handlers, options.Jobs, _time, logger);
        var infers = given.Any(handler => handler.Kind == JobKinds.Consolidate && handler is not ConsolidateHandler { UsesModel: false });
        var waiter = new JobWaiter(store, _worker, options.Jobs, _time);
        _search = projection is null ? indexes! : new SourceSearch(store, options.Source!, projection, analyzer, waiter, _time);
        Privacy = new PrivacyGuard(options.Privacy);
        _curator = new Curator(store, committer, searches, insights, _upkeep, Privacy, _time);
        _memorizer = new Memorizer(store, committer, infers ? new Consolidations(store, waiter) : null, Privacy, new Withholder(store, _curator), _time);
        _retriever = new Retriever(
            store, _search, new QueryReader(embedder, options.Search), new QueryEmbedder(options.Embedders, _time), _upkeep,
            options.Reranking is { } reranking ? new ResultReranker(reranking, _time) : null, options.Search, _time);
        _statements = new Statements(store, committer, Privacy, _time);
        _profiles = new ProfileReader(store);
        _transfer = new WorkspaceTransfer(store, committer, Privacy, _time);
        _watcher = new ChangeWatcher(store);
        Access = new MemoryAccess(store, _retriever, committer, Privacy, _time);
        _work = new PersonWork(store, Access, committer, waiter, given, _time);
        Embedder = embedder;
    }

    internal Committer Committer { get; }

    /// <summary>Takes the jobs that embed workspaces with an external embedder.</summary>
    internal JobHandler EmbedHandler { get; }

    /// <summary>The engine as operators of flows see it.</summary>
    internal MemoryAccess Access { get; }

    /// <summary>What is not remembered.</summary>
    internal PrivacyGuard Privacy { get; }

    /// <summary>The embedder of its indexes.</summary>
    internal StaticEmbedder Embedder { get; }

    /// <summary>Opens the store, and queues a job for each workspace that is not embedded as <see cref="MemoryEngineOptions.Embedders"/> wants it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_ownsStore)
        {
            await _store.OpenAsync(cancellationToken);
        }

        _keepsUsage = _store is IUsageStore account && _usage?.TryAttach(account) == true;
        await _upkeep.NoticeAllAsync(cancellationToken);
        await _search.NoticeAllAsync(cancellationToken);
    }

    /// <summary>
    /// Begins to work on background jobs, with the handlers of <see cref="MemoryEngineOptions.JobHandlers"/>, and to tell webhooks. The store must be open. Where it is not
    /// called, whoever waits for a job does what is due, and nothing else does.
    /// </summary>
    /// <param name="cancellationToken">Stops the beginning.</param>
    public async Task StartJobsAsync(CancellationToken cancellationToken = default)
    {
        if (_webhooks is not null)
        {
            await _webhooks.WakeAllAsync(cancellationToken);
        }

        _worker.Start();
    }

    /// <summary>Ends the work on background jobs: what is under way is handed back and goes on with the next start, here or in another process.</summary>
    /// <param name="cancellationToken">Ends the patience with handlers that do not end; their jobs are handed back all the same.</param>
    public Task StopJobsAsync(CancellationToken cancellationToken = default) => _worker.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default) =>
        _memorizer.MemorizeAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public override Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default) =>
        _retriever.RetrieveAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public override Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default) =>
        _statements.AddAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ConsolidateAsync(scope, wait, cancellationToken);

    /// <inheritdoc/>
    public Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        _work.ReflectAsync(scope, wait, cancellationToken);

    /// <inheritdoc/>
    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default) =>
        _profiles.ReadAsync(scope, maxTokens, cancellationToken);

    /// <inheritdoc/>
    public override Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _curator.GetAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _store.QueryAsync(query with { Filter = Tombstones.Hide(query.Filter) }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _curator.UpdateAsync(scope, id, patch, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _curator.ForgetAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Memory> RestoreAsync(Scope scope, string id, long? sequence = null, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _curator.RestoreAsync(scope, id, sequence, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return _curator.HistoryAsync(scope, id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        return SettledAsync(scope.Workspace, _curator.EraseAsync(scope, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(scope, id);
        return SettledAsync(scope.Workspace, _curator.EraseAsync(scope, id, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken = default) =>
        _memorizer.AddResourceAsync(workspace, request, cancellationToken);

    /// <inheritdoc/>
    public async Task<Resource> GetResourceAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        RequestRules.CheckId("id", id);
        return await _store.GetResourceAsync(scope.Workspace, id, cancellationToken) is { } resource && scope.Sees(resource.Scope)
            ? resource
            : throw new MemoryNotFoundException($"Resource {Printable.Show(id)} does not exist here.");
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
        return await _store.QueryMessagesAsync(resourceId, query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Category> GetCategoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckScope(scope);
        RequestRules.CheckId("id", id);
        return await _store.GetCategoryAsync(scope.Workspace, id, cancellationToken) is { } category && scope.Sees(category.Scope)
            ? category
            : throw new MemoryNotFoundException($"Category {Printable.Show(id)} does not exist here.");
    }

    /// <inheritdoc/>
    public Task<Page<Category>> ListCategoriesAsync(PageQuery query, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _store.QueryCategoriesAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckId("id", id);
        return await _store.FindJobWorkspaceAsync(id, cancellationToken) is { } workspace && await _store.GetJobAsync(workspace, id, cancellationToken) is { } job
            ? job
            : throw new MemoryNotFoundException($"Job {Printable.Show(id)} does not exist.");
    }

    /// <inheritdoc/>
    public Task<Page<Job>> ListJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken = default)
    {
        RequestRules.Check(query);
        return _store.QueryJobsAsync(query, states, cancellationToken);
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
        return _watcher.WatchAsync(scope, after, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default) =>
        _store.ListWorkspacesAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        try
        {
            // Before, so that whatever happens in between is told anew or not at all; after, for what was told in between.
            await _search.RemoveAsync(workspace, cancellationToken);
            var erasure = await _curator.DropAsync(workspace, cancellationToken);
            await _search.RemoveAsync(workspace, cancellationToken);
            return erasure;
        }
        finally
        {
            _webhooks?.Dropped(workspace);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        return _transfer.ExportAsync(workspace, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken = default)
    {
        RequestRules.CheckWorkspace(workspace);
        return _transfer.ImportAsync(workspace, records, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _webhookHandler?.Dispose();
        if (_keepsUsage)
        {
            await _usage!.DetachAsync();
        }

        if (_ownsStore)
        {
            await _store.DisposeAsync();
        }
    }

    private async Task<Erasure> SettledAsync(string workspace, Task<Erasure> erasing, CancellationToken cancellationToken)
    {
        var erasure = await erasing;
        await _search.SettleAsync(workspace, cancellationToken);
        return erasure;
    }

    // A page of documents would be gigabytes with their texts; each is read by its id.
    private async Task<Page<Resource>> ListWithoutTextsAsync(PageQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.QueryResourcesAsync(query, cancellationToken);
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

            if (await _store.TryUpdateJobAsync(new JobUpdate(job, change(job)) { DueIn = TimeSpan.Zero }, cancellationToken) is { } changed)
            {
                _upkeep.Forget(job.Scope.Workspace);
                return changed;
            }
        }
    }
}
