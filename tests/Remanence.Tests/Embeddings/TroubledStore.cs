using Remanence.Categories;
using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Tests.Embeddings;

/// <summary>A store whose process dies at a write, which is made and nobody hears of; or that has others come in between while it commits.</summary>
internal sealed class TroubledStore(MemoryStore store) : MemoryStore, IChangeFeed
{
    /// <summary>Writes until death.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>What happens before the next commit.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>What happens once the next commit is durable, before it is told.</summary>
    public Func<Task>? After { get; set; }

    public override Task OpenAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public override async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var (before, after) = (Before, After);
        (Before, After) = (null, null);
        await (before?.Invoke() ?? Task.CompletedTask);
        var result = await DieAfterAsync(store.CommitAsync(changes, cancellationToken));
        await (after?.Invoke() ?? Task.CompletedTask);
        return result;
    }

    public override Task<Job?> TryUpdateJobAsync(JobUpdate update, CancellationToken cancellationToken) =>
        DieAfterAsync(store.TryUpdateJobAsync(update, cancellationToken));

    public override Task<Job?> LeaseJobAsync(string owner, TimeSpan lease, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        store.LeaseJobAsync(owner, lease, kinds, cancellationToken);

    public override Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken) => store.WaitForJobsAsync(known, cancellationToken);

    public override Task WaitForJobAsync(Job known, CancellationToken cancellationToken) => store.WaitForJobAsync(known, cancellationToken);

    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(Scope scope, string kind, int limit, CancellationToken cancellationToken) =>
        store.GetWaitingJobsAsync(scope, kind, limit, cancellationToken);

    public override Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken) => store.CountJobsAsync(cancellationToken);

    public override Task<long> PruneJobsAsync(TimeSpan age, CancellationToken cancellationToken) => store.PruneJobsAsync(age, cancellationToken);

    public override Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        store.GetAsync(workspace, ids, cancellationToken);

    public override Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken) => store.QueryAsync(query, cancellationToken);

    public override Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken) =>
        store.QueryIdsAsync(query, cancellationToken);

    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) =>
        store.GetHistoryAsync(workspace, memoryId, cancellationToken);

    public override IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken) =>
        store.ReadHistoryAsync(workspace, cancellationToken);

    public IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken) =>
        ((IChangeFeed)store).ReadChangesAsync(workspace, afterSequence, cancellationToken);

    public Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken) =>
        ((IChangeFeed)store).WaitAsync(workspace, afterSequence, cancellationToken);

    public override Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken) =>
        store.GetResourceAsync(workspace, id, cancellationToken);

    public override Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken) =>
        store.QueryResourcesAsync(query, cancellationToken);

    public override Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken) =>
        store.QueryMessagesAsync(resourceId, query, cancellationToken);

    public override Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken) =>
        store.GetCategoryAsync(workspace, id, cancellationToken);

    public override Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken) =>
        store.QueryCategoriesAsync(query, cancellationToken);

    public override Task<Job?> GetJobAsync(string workspace, string id, CancellationToken cancellationToken) =>
        store.GetJobAsync(workspace, id, cancellationToken);

    public override Task<string?> FindJobWorkspaceAsync(string id, CancellationToken cancellationToken) => store.FindJobWorkspaceAsync(id, cancellationToken);

    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) =>
        store.QueryJobsAsync(query, states, cancellationToken);

    public override IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(
        string workspace, EmbeddingSpace space, long afterSequence, CancellationToken cancellationToken) =>
        store.ReadVectorsAsync(workspace, space, afterSequence, cancellationToken);

    public override Task<IReadOnlyList<MemoryVectors>> GetVectorsAsync(
        string workspace, EmbeddingSpace space, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        store.GetVectorsAsync(workspace, space, memoryIds, cancellationToken);

    public override Task<Page<MemoryChange>> QueryUnembeddedAsync(
        string workspace, EmbeddingSpace space, string? cursor, int limit, CancellationToken cancellationToken) =>
        store.QueryUnembeddedAsync(workspace, space, cursor, limit, cancellationToken);

    public override ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken) =>
        store.GetFreshnessAsync(workspace, cancellationToken);

    public override Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken) =>
        store.GetWorkspaceAsync(workspace, cancellationToken);

    public override Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken) => store.ListWorkspacesAsync(cancellationToken);

    public override Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken) =>
        DieAfterAsync(store.DropWorkspaceAsync(workspace, cancellationToken));

    public override Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken) => DieAfterAsync(store.EraseAsync(scope, cancellationToken));

    public override Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        DieAfterAsync(store.EraseAsync(workspace, memoryIds, cancellationToken));

    public override Task FinishErasuresAsync(CancellationToken cancellationToken) => store.FinishErasuresAsync(cancellationToken);

    private async Task<T> DieAfterAsync<T>(Task<T> write)
    {
        if (Left <= 0)
        {
            throw new StoreUnavailableException("The process is dead.");
        }

        var result = await write;
        return --Left == 0 ? throw new StoreUnavailableException("The process died.") : result;
    }
}
