using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Embeddings;

/// <summary>
/// One run of an embedding job. Each batch is a commit of its own, so that a run that ends in the middle is taken up where it was; one that lasts long ends
/// itself in between and queues its continuation, for other jobs of the workspace to have their turn.
/// </summary>
internal sealed class EmbedRun(MemoryStore store, Committer committer, EmbedderOptions options, TimeProvider time, JobRun run)
{
    private const int ContinuationPriority = -1;

    private readonly string _workspace = run.Job.Scope.Workspace;
    private readonly long _started = time.GetTimestamp();

    private bool IsOver => time.GetElapsedTime(_started) >= options.Slice;

    public async Task<ChangeSet?> EmbedAsync(WorkspaceInfo info, ExternalEmbedder target, CancellationToken cancellationToken)
    {
        await MaintainAsync(info, target, cancellationToken);
        var begun = Of(target, info.NextEmbedding) ?? Of(target, info.Embedding);
        var (space, isWhole) = await FillAsync(target, begun, cancellationToken);
        if (!isWhole)
        {
            await committer.CommitAsync(
                new ChangeSet(Empty()) { Jobs = [EmbeddingUpkeep.NewJob(_workspace, time.GetUtcNow(), ContinuationPriority)] }, cancellationToken);
            return null;
        }

        var now = await store.GetWorkspaceAsync(_workspace, cancellationToken);
        return now?.NextEmbedding is { } next && next.Space == space ? new ChangeSet(Empty()) { ActivateSpace = space }
            : now?.Embedding is { } active && active.Space == space ? Drop(now.NextEmbedding)
            : space is null ? Drop(now?.Embedding, now?.NextEmbedding)
            : null;
    }

    public ChangeSet? Drop(params ReadOnlySpan<EmbeddingProgress?> spaces)
    {
        var dropped = new List<EmbeddingSpace>();
        foreach (var space in spaces)
        {
            if (space is not null)
            {
                dropped.Add(space.Space);
            }
        }

        return dropped.Count == 0 ? null : new ChangeSet(Empty()) { DropSpaces = dropped };
    }

    private static EmbeddingSpace? Of(ExternalEmbedder embedder, EmbeddingProgress? progress) =>
        progress is not null && embedder.Writes(progress.Space) ? progress.Space : null;

    // While another space is built, the active one goes on being served, and new messages belong into it. Its endpoint may be why it is being replaced.
    private async Task MaintainAsync(WorkspaceInfo info, ExternalEmbedder target, CancellationToken cancellationToken)
    {
        if (
            info.Embedding?.Space is not { } active
            || target.Writes(active)
            || info.Embedding.Memories == info.Memories
            || options.Find(active) is not { } embedder)
        {
            return;
        }

        try
        {
            var page = await store.QueryUnembeddedAsync(_workspace, active, null, options.MaxBatchTexts, cancellationToken);
            var (vectors, dimensions) = await EmbedAsync(new PassageEmbedder(embedder, options), page.Items, cancellationToken);
            if (dimensions is null || dimensions == active.Dimensions)
            {
                await PutAsync(active, build: false, vectors, cancellationToken);
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            EngineTelemetry.EmbeddingFailures.Add(1);
        }
    }

    /// <summary>Embeds what a space lacks.</summary>
    /// <returns>The space, which the endpoint's answer may have made another, and whether it has everything that was there.</returns>
    private async Task<(EmbeddingSpace? Space, bool IsWhole)> FillAsync(ExternalEmbedder embedder, EmbeddingSpace? space, CancellationToken cancellationToken)
    {
        var passages = new PassageEmbedder(embedder, options);
        var batches = 0;
        bool isAnother;
        do
        {
            isAnother = false;
            string? cursor = null;
            do
            {
                var page = await store.QueryUnembeddedAsync(
                    _workspace,
                    space ?? embedder.SpaceOf(embedder.Dimensions ?? 1),
                    cursor,
                    Math.Clamp(options.MaxBatchTexts, 1, StoreArguments.MaxLimit),
                    cancellationToken);
                foreach (var batch in Batches(page.Items))
                {
                    if (batches++ > 0 && IsOver)
                    {
                        return (space, false);
                    }

                    var (vectors, answered) = await EmbedAsync(passages, batch, cancellationToken);
                    var dimensions = answered ?? space?.Dimensions ?? await passages.MeasureAsync(cancellationToken);
                    var isNew = space?.Dimensions != dimensions;
                    isAnother |= isNew && space is not null;
                    space = isNew ? embedder.SpaceOf(dimensions) : space;
                    await PutAsync(space!, isNew, vectors, cancellationToken);
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }
        while (isAnother);
        return (space, true);
    }

    private static async Task<(List<MemoryVectors> Vectors, int? Dimensions)> EmbedAsync(
        PassageEmbedder passages, IReadOnlyList<MemoryChange> batch, CancellationToken cancellationToken)
    {
        var embedded = await passages.EmbedAsync([.. batch.Select(item => item.Memory!)], cancellationToken);
        var vectors = batch.Select((item, i) => new MemoryVectors(item.MemoryId, item.Sequence, embedded[i])).ToList();
        return (vectors, vectors.SelectMany(item => item.Passages).FirstOrDefault()?.Values.Length);
    }

    private async Task PutAsync(EmbeddingSpace space, bool build, List<MemoryVectors> vectors, CancellationToken cancellationToken)
    {
        // A commit would make a workspace that was dropped meanwhile anew.
        if (vectors.Count == 0 || await store.GetWorkspaceAsync(_workspace, cancellationToken) is null)
        {
            return;
        }

        await committer.CommitAsync(
            new ChangeSet(Empty()) { BuildSpace = build ? space : null, Vectors = [new SpaceVectors(space, vectors)] },
            cancellationToken);
        EngineTelemetry.EmbeddedMemories.Add(vectors.Count);
        if (await store.GetWorkspaceAsync(_workspace, cancellationToken) is { Memories: > 0 } info)
        {
            var done = info.NextEmbedding?.Space == space ? info.NextEmbedding.Memories : info.Embedding?.Memories ?? 0;
            await run.ReportAsync((double)done / info.Memories, cancellationToken);
        }
    }

    private IEnumerable<List<MemoryChange>> Batches(IReadOnlyList<MemoryChange> page)
    {
        var batch = new List<MemoryChange>();
        var characters = 0L;
        foreach (var item in page)
        {
            var length = item.Memory!.Content.Length;
            if (batch.Count > 0 && characters + length > options.MaxBatchCharacters)
            {
                yield return batch;
                batch = [];
                characters = 0;
            }

            batch.Add(item);
            characters += length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    // What a batch puts may be put again at any time, so each has an id of its own.
    private ChangeSet Empty()
    {
        var now = time.GetUtcNow();
        return new ChangeSet { Id = Identifiers.New(now), Workspace = _workspace, At = now, Actor = "embed" };
    }
}
