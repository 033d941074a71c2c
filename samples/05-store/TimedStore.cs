using System.Diagnostics;
using System.Runtime.CompilerServices;
using Remanence.Categories;
using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.Usage;
using Remanence.Resources;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace OwnStore;

// Keeps nothing itself: what is kept, and what survives a crash, is the other store's. Nothing that is told names a workspace or holds a text.
public sealed class TimedStore<TStore>(TStore inner, Action<string, TimeSpan> tell) : MemoryStore, IChangeFeed, IUsageStore
    where TStore : MemoryStore, IChangeFeed, IUsageStore
{
    // What changes something.
    public override Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        Timed(() => inner.CommitAsync(changes, cancellationToken));
    public override Task<Job?> TryUpdateJobAsync(JobUpdate update, CancellationToken cancellationToken) =>
        Timed(() => inner.TryUpdateJobAsync(update, cancellationToken));
    public override Task<Job?> LeaseJobAsync(string owner, TimeSpan lease, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        Timed(() => inner.LeaseJobAsync(owner, lease, kinds, cancellationToken));
    public override Task<long> PruneJobsAsync(TimeSpan age, CancellationToken cancellationToken) => Timed(() => inner.PruneJobsAsync(age, cancellationToken));
    public override Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken) =>
        Timed(() => inner.DropWorkspaceAsync(workspace, cancellationToken));
    public override Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken) => Timed(() => inner.EraseAsync(scope, cancellationToken));
    public override Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        Timed(() => inner.EraseAsync(workspace, memoryIds, cancellationToken));
    public override Task FinishErasuresAsync(CancellationToken cancellationToken) => inner.FinishErasuresAsync(cancellationToken);

    // What reads.
    public override Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Timed(() => inner.GetAsync(workspace, ids, cancellationToken));
    public override Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryAsync(query, cancellationToken));
    public override Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryIdsAsync(query, cancellationToken));
    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) =>
        Timed(() => inner.GetHistoryAsync(workspace, memoryId, cancellationToken));
    public override Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken) =>
        Timed(() => inner.GetResourceAsync(workspace, id, cancellationToken));
    public override Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryResourcesAsync(query, cancellationToken));
    public override Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryMessagesAsync(resourceId, query, cancellationToken));
    public override Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken) =>
        Timed(() => inner.GetCategoryAsync(workspace, id, cancellationToken));
    public override Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryCategoriesAsync(query, cancellationToken));
    public override Task<Job?> GetJobAsync(string workspace, string id, CancellationToken cancellationToken) =>
        Timed(() => inner.GetJobAsync(workspace, id, cancellationToken));
    public override Task<string?> FindJobWorkspaceAsync(string id, CancellationToken cancellationToken) =>
        Timed(() => inner.FindJobWorkspaceAsync(id, cancellationToken));
    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryJobsAsync(query, states, cancellationToken));
    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(Scope scope, string kind, int limit, CancellationToken cancellationToken) =>
        Timed(() => inner.GetWaitingJobsAsync(scope, kind, limit, cancellationToken));
    public override Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken) => Timed(() => inner.CountJobsAsync(cancellationToken));
    public override Task<IReadOnlyList<MemoryVectors>> GetVectorsAsync(
        string workspace, EmbeddingSpace space, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        Timed(() => inner.GetVectorsAsync(workspace, space, memoryIds, cancellationToken));
    public override Task<Page<MemoryChange>> QueryUnembeddedAsync(
        string workspace, EmbeddingSpace space, string? cursor, int limit, CancellationToken cancellationToken) =>
        Timed(() => inner.QueryUnembeddedAsync(workspace, space, cursor, limit, cancellationToken));
    public override Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken) =>
        Timed(() => inner.GetWorkspaceAsync(workspace, cancellationToken));
    public override Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        Timed(() => inner.ListWorkspacesAsync(cancellationToken));
    public Task<IReadOnlyList<UsageEntry>> GetUsageAsync(string? workspace, DateOnly from, CancellationToken cancellationToken) =>
        Timed(() => inner.GetUsageAsync(workspace, from, cancellationToken));
    public Task<UsageTotals> GetJobUsageAsync(string workspace, string jobId, CancellationToken cancellationToken) =>
        Timed(() => inner.GetJobUsageAsync(workspace, jobId, cancellationToken));

    // Opening and waiting say nothing of the work, what streams takes as long as its reader does, and the rest is not waited for: none is timed.
    public override Task OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);
    public override IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(workspace, cancellationToken);
    public override Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken) => inner.WaitForJobsAsync(known, cancellationToken);
    public override Task WaitForJobAsync(Job known, CancellationToken cancellationToken) => inner.WaitForJobAsync(known, cancellationToken);
    public override IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(
        string workspace, EmbeddingSpace space, long afterSequence, CancellationToken cancellationToken) =>
        inner.ReadVectorsAsync(workspace, space, afterSequence, cancellationToken);
    public override ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken) =>
        inner.GetFreshnessAsync(workspace, cancellationToken);
    public IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken) =>
        inner.ReadChangesAsync(workspace, afterSequence, cancellationToken);
    public Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken) =>
        inner.WaitAsync(workspace, afterSequence, cancellationToken);
    public Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken) => inner.AddUsageAsync(entries, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<T> Timed<T>(Func<Task<T>> operation, [CallerMemberName] string name = "")
    {
        var started = Stopwatch.GetTimestamp();
        try { return await operation(); }
        finally
        {
            tell(name, Stopwatch.GetElapsedTime(started));
        }
    }
}
