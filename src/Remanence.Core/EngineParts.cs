using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Commits;
using Remanence.Editing;
using Remanence.Embeddings;
using Remanence.Events;
using Remanence.Events.Webhooks;
using Remanence.Ingest;
using Remanence.Ingest.Consolidation;
using Remanence.Jobs;
using Remanence.Models.BuiltIn;
using Remanence.Models.Usage;
using Remanence.Privacy;
using Remanence.Retrieval;
using Remanence.Search;
using Remanence.Search.Engine;
using Remanence.Search.Sources;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Transfer;

namespace Remanence;

/// <summary>
/// What an engine is made of, put together before anybody learns: the flows of those who do work on <see cref="Access"/>, and the engine employs them. For one
/// engine, which disposes it. Thread-safe.
/// </summary>
public sealed class EngineParts : IAsyncDisposable
{
    private readonly bool _ownsStore;
    private readonly IMemorySearch _search;
    private readonly WebhookQueue? _webhooks;
    private readonly WebhookHandler? _webhookHandler;
    private readonly IReadOnlyList<JobHandler> _own;
    private readonly PrivacyGuard _privacy;
    private readonly JobWaiter _waiter;
    private readonly TimeProvider _time;
    private readonly UsageMeter? _usage;
    private bool _keepsUsage;
    private int _disposed;

    /// <summary>Puts the parts together.</summary>
    /// <param name="store">Where memories are kept; it must be an <see cref="IChangeFeed"/>.</param>
    /// <param name="options">How the engine works.</param>
    /// <param name="steps">What else happens around a commit, besides embedding, search and webhooks.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <param name="logging">Where background work logs. Default: nowhere.</param>
    public EngineParts(
        MemoryStore store,
        CoreEngineOptions options,
        IReadOnlyList<CommitStep>? steps = null,
        TimeProvider? time = null,
        ILoggerFactory? logging = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        (Store, _ownsStore, _usage, _time) = (store, options.OwnsStore, options.Usage, time ?? TimeProvider.System);
        var embedder = options.Embedder ?? StaticEmbedder.Shared;
        var analyzer = new MemoryAnalyzer(embedder);
        options.Source?.Check();
        var projection = options.Source is { Source: var source } ? new SourceProjection(store, source, _time) : null;
        var indexes = projection is null ? new SearchIndexes(store, analyzer, options.Search, _time) : null;
        Upkeep = new EmbeddingUpkeep(store, options.Embedders, _time);
        if (options.Webhooks.Urls.Count > 0)
        {
            options.Webhooks.Check();
            _webhooks = new WebhookQueue(store, options.Webhooks.Urls, _time);
            _webhookHandler = new WebhookHandler((IChangeFeed)store, options.Webhooks, _time);
        }

        CommitStep?[] around = [Upkeep, .. steps ?? [], new SearchStep(store, (ISearchFeed?)projection ?? indexes!), _webhooks];
        Committer = new Committer(store, [.. around.OfType<CommitStep>()]);
        EmbedHandler = new EmbedJobHandler(store, Committer, Upkeep, options.Embedders, _time);
        JobHandler?[] own = [EmbedHandler, _webhookHandler, projection is null ? null : new ProjectHandler(store, options.Source!.Source, analyzer)];
        _own = [.. own.OfType<JobHandler>()];
        Worker = new JobWorker(store, Committer, options.Jobs, _time, (logging ?? NullLoggerFactory.Instance).CreateLogger("Remanence.Jobs"));
        _waiter = new JobWaiter(store, Worker, options.Jobs, _time);
        _search = projection is null ? indexes! : new SourceSearch(store, options.Source!, projection, analyzer, _waiter, _time);
        _privacy = new PrivacyGuard(options.Privacy);
        Editor = new MemoryEditor(store, Committer, _search, _privacy, _time);
        Retriever = new Retriever(
            store, _search, new QueryReader(embedder, options.Search), new QueryEmbedder(options.Embedders, _time), Upkeep,
            options.Reranking is { } reranking ? new ResultReranker(reranking, _time) : null, options.Search, _time);
        Statements = new Statements(store, Committer, _privacy, _time);
        Transfer = new WorkspaceTransfer(store, Committer, _privacy, options.ImportRule, _time);
        Watcher = new ChangeWatcher(store);
        Access = new MemoryAccess(store, Retriever, Committer, Editor, _privacy, embedder, _time);
        Requests = new JobRequests(store, Committer, _waiter, _time);
    }

    /// <summary>What operators see of the engine.</summary>
    public MemoryAccess Access { get; }

    /// <summary>Has jobs done for a caller who asks.</summary>
    public JobRequests Requests { get; }

    internal MemoryStore Store { get; }

    internal Committer Committer { get; }

    /// <summary>Takes the jobs that embed workspaces with an external embedder.</summary>
    internal JobHandler EmbedHandler { get; }

    internal EmbeddingUpkeep Upkeep { get; }

    internal JobWorker Worker { get; }

    internal MemoryEditor Editor { get; }

    internal Retriever Retriever { get; }

    internal Statements Statements { get; }

    internal WorkspaceTransfer Transfer { get; }

    internal ChangeWatcher Watcher { get; }

    /// <summary>
    /// Disposes what the engine owns: the work, and the store where that is its own. Again it does nothing: an engine and a service provider may both own it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await Worker.DisposeAsync();
        _webhookHandler?.Dispose();
        if (_keepsUsage)
        {
            await _usage!.DetachAsync();
        }

        if (_ownsStore)
        {
            await Store.DisposeAsync();
        }
    }

    /// <summary>Says who does background work besides the parts' own handlers.</summary>
    internal void Employ(IReadOnlyList<JobHandler> handlers) => Worker.Employ([.. handlers, .. _own]);

    /// <summary>What keeps messages.</summary>
    /// <param name="learns">Whether new messages are queued to be learnt of.</param>
    internal Memorizer CreateMemorizer(bool learns) =>
        new(Store, Committer, learns ? new Consolidations(Store, _waiter) : null, _privacy, new Withholder(Store, Editor), _time);

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_ownsStore)
        {
            await Store.OpenAsync(cancellationToken);
        }

        _keepsUsage = Store is IUsageStore account && _usage?.TryAttach(account) == true;
        try
        {
            await Upkeep.NoticeAllAsync(cancellationToken);
            await _search.NoticeAllAsync(cancellationToken);
        }
        catch (StoreDamagedException)
        {
            // What can be read of it is served; the store tells of its damage.
        }
    }

    internal async Task StartJobsAsync(CancellationToken cancellationToken)
    {
        if (_webhooks is not null)
        {
            await _webhooks.WakeAllAsync(cancellationToken);
        }

        Worker.Start();
    }
}
