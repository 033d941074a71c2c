using System.Collections.Concurrent;
using Remanence.Commits;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Embeddings;

/// <summary>Sees to it that a workspace which is not embedded as it should be has a job that does it, and not one for every message. Thread-safe.</summary>
internal sealed class EmbeddingUpkeep(MemoryStore store, EmbedderOptions? options, TimeProvider time) : CommitStep
{
    private const int LookAt = 1_000;
    private readonly ConcurrentDictionary<string, bool> _noticed = new(StringComparer.Ordinal);

    /// <summary>The embedder that workspaces shall have; null: the built-in one.</summary>
    public ExternalEmbedder? Target { get; } = options?.Target;

    /// <summary>A change set that brings texts brings the job that embeds them, in the same step, unless one waits.</summary>
    public override async Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        !BringsTexts(changes) || await IsWaitingAsync(changes.Workspace, cancellationToken)
            ? changes
            : new ChangeSet(changes) { Jobs = [.. changes.Jobs, NewJob(changes.Workspace, changes.At)] };

    /// <summary>Tells of a change set that is durable: a job that waited for its texts may have begun, here or elsewhere, before they were there.</summary>
    public override async Task CommittedAsync(ChangeSet changes, CommitResult result)
    {
        if (!BringsTexts(changes) || changes.Jobs.Any(job => job is { Kind: JobKinds.Embed, State: JobState.Queued }))
        {
            return;
        }

        try
        {
            if (!await IsWaitingAsync(changes.Workspace, CancellationToken.None))
            {
                await QueueAsync(changes.Workspace, CancellationToken.None);
            }
        }
        catch (RemanenceException)
        {
            // The change set is durable all the same; the next use of the workspace looks again.
            _noticed.TryRemove(changes.Workspace, out _);
        }
    }

    /// <summary>A job that waited may be gone, with its workspace or by being cancelled.</summary>
    public override void Forget(string workspace) => _noticed.TryRemove(workspace, out _);

    /// <summary>Looks at every workspace.</summary>
    public async Task NoticeAllAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await store.ListWorkspacesAsync(cancellationToken))
        {
            await QueueIfNeededAsync(workspace, cancellationToken);
        }
    }

    /// <summary>Looks at a workspace when it is first used. A search must not fail of it.</summary>
    public async Task NoticeAsync(string workspace, CancellationToken cancellationToken)
    {
        if (options is null || !_noticed.TryAdd(workspace, true))
        {
            return;
        }

        try
        {
            if (await store.GetWorkspaceAsync(workspace, cancellationToken) is { } found)
            {
                await QueueIfNeededAsync(found, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is RemanenceException or OperationCanceledException)
        {
            _noticed.TryRemove(workspace, out _);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public static Job NewJob(string workspace, DateTimeOffset now, int priority = 0) => new()
    {
        Id = Identifiers.New(now),
        Scope = new Scope(workspace),
        Kind = JobKinds.Embed,
        Priority = priority,
        DueAt = now,
        RecordedAt = now,
        UpdatedAt = now,
    };

    private async Task QueueIfNeededAsync(WorkspaceInfo workspace, CancellationToken cancellationToken)
    {
        _noticed[workspace.Name] = true;
        if (IsNeeded(workspace) && !await HasJobAsync(workspace.Name, cancellationToken))
        {
            await QueueAsync(workspace.Name, cancellationToken);
        }
    }

    private async Task QueueAsync(string workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changes = new ChangeSet { Id = Identifiers.New(now), Workspace = workspace, At = now, Actor = "embed", Jobs = [NewJob(workspace, now)] };
        await store.CommitAsync(changes, cancellationToken);
    }

    private async Task<bool> IsWaitingAsync(string workspace, CancellationToken cancellationToken) =>
        (await store.GetWaitingJobsAsync(new Scope(workspace), JobKinds.Embed, 1, cancellationToken)).Count > 0;

    private bool BringsTexts(ChangeSet changes) => Target is not null && changes.Inserts.Count + changes.Updates.Count > 0;

    private bool IsNeeded(WorkspaceInfo workspace) => Target is null
        ? workspace.Embedding is not null || workspace.NextEmbedding is not null
        : workspace.NextEmbedding is not null
            || (workspace.Embedding is { } active && Target.Writes(active.Space) ? active.Memories < workspace.Memories : workspace.Memories > 0);

    private async Task<bool> HasJobAsync(string workspace, CancellationToken cancellationToken)
    {
        var query = new PageQuery { Scope = new Scope(workspace), Limit = LookAt };
        var jobs = await store.QueryJobsAsync(query, [JobState.Queued, JobState.Running, JobState.Retrying], cancellationToken);
        return jobs.Items.Any(job => job.Kind == JobKinds.Embed);
    }
}
