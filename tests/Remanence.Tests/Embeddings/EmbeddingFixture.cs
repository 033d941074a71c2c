using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Embeddings;

/// <summary>An engine with external embedders over a store that outlives it, and the work of a job worker, a job at a time.</summary>
internal sealed class EmbeddingFixture : IAsyncDisposable
{
    public const string Workspace = "test";

    private EmbeddingFixture(MemoryEngine engine, MemoryStore store, StandingTime clock)
    {
        Engine = engine;
        Store = store;
        Clock = clock;
    }

    public MemoryEngine Engine { get; }

    public MemoryStore Store { get; }

    public StandingTime Clock { get; }

    public List<double> Progress { get; } = [];

    public static async Task<EmbeddingFixture> CreateAsync(EmbedderOptions? embedders, MemoryStore? store = null, StandingTime? clock = null)
    {
        clock ??= new StandingTime();
        store ??= new InMemoryStore(clock);
        var engine = new MemoryEngine(store, new MemoryEngineOptions { Embedders = embedders }, clock);
        await engine.OpenAsync();
        return new EmbeddingFixture(engine, store, clock);
    }

    public static EmbedderOptions Wanting(ExternalEmbedder wanted, params ExternalEmbedder[] others) =>
        new() { Embedders = [wanted, .. others], Wanted = wanted.Name, MaxBatchTexts = 4 };

    /// <summary>The same store under another configuration, as after a restart.</summary>
    public Task<EmbeddingFixture> RestartAsync(EmbedderOptions? embedders) => CreateAsync(embedders, Store, Clock);

    public async Task<string> SayAsync(string content, string workspace = Workspace) =>
        (await SayAsync([content], workspace)).Memories[0].Id;

    public Task<MemorizeResult> SayAsync(IEnumerable<string> contents, string workspace = Workspace) => Engine.MemorizeAsync(
        workspace, new MemorizeRequest { Messages = [.. contents.Select(content => new Message { Role = "user", Content = content })], Infer = false });

    public Task<RetrieveResult> AskAsync(string query, string workspace = Workspace, int topK = 10) =>
        Engine.RetrieveAsync(workspace, new RetrieveRequest { Query = query, TopK = topK, Explain = true });

    public async Task<IReadOnlyList<Job>> JobsAsync(string workspace = Workspace, params JobState[] states) =>
        (
            await Store.QueryJobsAsync(new PageQuery { Scope = new Scope(workspace), Limit = 1000 }, states.Length == 0 ? [JobState.Queued] : states, default)
        ).Items;

    /// <summary>Runs jobs as a worker does, until none is due.</summary>
    /// <returns>How many ended well.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken = default)
    {
        var done = 0;
        while (await Store.LeaseJobAsync("w", TimeSpan.FromMinutes(1), [], cancellationToken) is { } job)
        {
            try
            {
                var changes = await Engine.Parts.EmbedHandler.ExecuteAsync(new FakeRun(job, Progress), cancellationToken);
                var finished = job with { State = JobState.Succeeded, UpdatedAt = Clock.GetUtcNow() };
                changes ??= new ChangeSet { Id = Identifiers.New(Clock.GetUtcNow()), Workspace = job.Scope.Workspace, At = Clock.GetUtcNow() };
                await Engine.Parts.Committer.CommitAsync(new ChangeSet(changes) { Jobs = [finished] }, cancellationToken);
                done++;
            }
            catch (ModelException exception)
            {
                var failed = job with
                {
                    State = exception.IsTransient ? JobState.Retrying : JobState.Dead,
                    Error = exception.Message,
                };
                (await Store.TryUpdateJobAsync(new JobUpdate(job, failed) { DueIn = TimeSpan.FromMinutes(1) }, cancellationToken)).ShouldNotBeNull();
            }
        }

        return done;
    }

    public async Task<WorkspaceInfo> InfoAsync(string workspace = Workspace) => (await Store.GetWorkspaceAsync(workspace, default))!;

    public async ValueTask DisposeAsync() => await Engine.DisposeAsync();

    private sealed class FakeRun(Job job, List<double> progress) : JobRun
    {
        public override IReadOnlyList<Job> Jobs { get; } = [job];

        public override string ChangeSetId => $"run-{Job.Id}";

        public override Task ReportAsync(double progress1, CancellationToken cancellationToken)
        {
            progress.Add(progress1);
            return Task.CompletedTask;
        }
    }
}
