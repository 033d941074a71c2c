using Remanence.Jobs;
using Remanence.Search.Engine;
using Remanence.Stores;

namespace Remanence.Search.Sources;

/// <summary>Searches by what a source names. Thread-safe.</summary>
internal sealed class SourceSearch(
    MemoryStore store,
    CandidateSourceOptions options,
    SourceProjection projection,
    MemoryAnalyzer analyzer,
    JobWaiter waiter,
    TimeProvider time
) : IMemorySearch
{
    private readonly CandidateSource _source = options.Source;

    public async Task<ISearchable> OpenAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await store.GetFreshnessAsync(workspace, cancellationToken) is not { } wanted)
        {
            return new IndexSearchable(new WorkspaceIndex(analyzer.Dimensions, generation: 0));
        }

        var (shown, isFresh) = await projection.LookAsync(workspace, wanted, cancellationToken);
        if (!isFresh)
        {
            await WaitAsync(workspace, cancellationToken);
            (shown, isFresh) = await projection.LookAsync(workspace, wanted, cancellationToken);
        }

        return new SourceSearchable(store, _source, options.Candidates, analyzer, shown?.Space, isFresh ? null : LackOf(shown));
    }

    public async Task NoticeAllAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await store.ListWorkspacesAsync(cancellationToken))
        {
            try
            {
                if (await store.GetFreshnessAsync(workspace.Name, cancellationToken) is { } wanted
                    && await projection.LookAsync(workspace.Name, wanted, cancellationToken) is { IsFresh: false })
                {
                    await projection.QueueAsync(workspace.Name, cancellationToken);
                }
            }
            catch (StoreUnavailableException)
            {
                // Where the source is away, the store is open all the same; the first search looks again.
            }
        }
    }

    public async Task SettleAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await store.GetFreshnessAsync(workspace, cancellationToken) is not null)
        {
            await WaitAsync(workspace, cancellationToken);
        }
    }

    public Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        projection.Drop(workspace);
        return _source.DropAsync(workspace, cancellationToken);
    }

    private string LackOf(SourcePosition? shown) => shown is null
        ? $"{_source.Name} does not know the workspace yet and is being told; until then memories are missing."
        : $"{_source.Name} is behind the store by more than {options.WaitLimit.TotalSeconds:0.###} s; what changed last is missing.";

    private async Task WaitAsync(string workspace, CancellationToken cancellationToken)
    {
        var job = await projection.QueueAsync(workspace, cancellationToken);
        using var limit = new CancellationTokenSource(options.WaitLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await waiter.WaitAsync(workspace, job, JobKinds.Project, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The job goes on; whoever waited goes on with what is there.
        }
    }
}
