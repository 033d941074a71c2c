using Remanence.Commits;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Embeddings;

/// <summary>
/// Brings a workspace into the space that it should have: fills in what the active one lacks, or builds another beside it and switches in one step when that is
/// whole. What a job says does not matter, only what the workspace lacks, so that any number of jobs do what one does.
/// </summary>
internal sealed class EmbedJobHandler(MemoryStore store, Committer committer, EmbeddingUpkeep upkeep, EmbedderOptions? options, TimeProvider time) : JobHandler
{
    private readonly EmbedderOptions _options = options ?? new EmbedderOptions();

    public override string Kind => JobKinds.Embed;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var workspace = run.Job.Scope.Workspace;
        if (await store.GetWorkspaceAsync(workspace, cancellationToken) is not { } info)
        {
            return null;
        }

        var work = new EmbedRun(store, committer, _options, time, run);
        return upkeep.Target is { } target ? await work.EmbedAsync(info, target, cancellationToken) : work.Drop(info.Embedding, info.NextEmbedding);
    }
}
