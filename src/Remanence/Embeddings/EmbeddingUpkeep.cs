using System.Collections.Concurrent;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Embeddings;

/// <summary>Sees to it that a workspace which is not embedded as it should be has a job that does it, and not one for every message. Thread-safe.</summary>
internal sealed class EmbeddingUpkeep(MemoryStore store, JobSignals signals, EmbedderOptions? options, TimeProvider time)
{
    private const int LookAt = 1_000;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _noticed = new(StringComparer.Ordinal);

    // Counts the jobs that began.
    private long _turn;

    /// <summary>The embedder that workspaces shall have; null: the built-in one.</summary>
    public ExternalEmbedder? Target { get; } = options?.Target;

    /// <summary>A change set that brings texts brings the job that embeds them, in the same step, unless one waits.</summary>
    /// <param name="changes">What is to be committed.</param>
    /// <param name="turn">To be handed to <see cref="CommittedAsync"/>.</param>
    public ChangeSet WithJob(ChangeSet changes, out long turn)
    {
        bool isWaiting;
        lock (_lock)
        {
            turn = _turn;
            isWaiting = _waiting.Contains(changes.Workspace);
        }

        return isWaiting || !BringsTexts(changes) ? changes : new ChangeSet(changes) { Jobs = [.. changes.Jobs, NewJob(changes.Workspace, changes.At)] };
    }

    /// <summary>Tells of a change set that is durable.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="turn">When it was looked at by <see cref="WithJob"/>: a job that began since then may have read before the change set was there.</param>
    public async Task CommittedAsync(ChangeSet changes, long turn)
    {
        var hasJob = changes.Jobs.Any(job => job is { Kind: JobKinds.Embed, State: JobState.Queued });
        lock (_lock)
        {
            if (hasJob && turn == _turn)
            {
                _waiting.Add(changes.Workspace);
            }

            if (hasJob || turn == _turn || !BringsTexts(changes) || _waiting.Contains(changes.Workspace))
            {
                return;
            }
        }

        try
        {
            await QueueAsync(changes.Workspace, CancellationToken.None);
        }
        catch (RemanenceException)
        {
            // The change set is durable all the same; the next use of the workspace looks again.
            _noticed.TryRemove(changes.Workspace, out _);
        }
    }

    /// <summary>A job begins: what comes from now on needs another.</summary>
    public void Begins(string workspace)
    {
        lock (_lock)
        {
            _turn++;
            _waiting.Remove(workspace);
        }
    }

    /// <summary>A job that waited may be gone, with its workspace or by being cancelled.</summary>
    public void Forget(string workspace)
    {
        Begins(workspace);
        _noticed.TryRemove(workspace, out _);
    }

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
        if (IsNeeded(workspace) && !IsWaiting(workspace.Name) && !await HasJobAsync(workspace.Name, cancellationToken))
        {
            await QueueAsync(workspace.Name, cancellationToken);
        }
    }

    private async Task QueueAsync(string workspace, CancellationToken cancellationToken)
    {
        long turn;
        lock (_lock)
        {
            turn = _turn;
        }

        var now = time.GetUtcNow();
        var changes = new ChangeSet { Id = Identifiers.New(now), Workspace = workspace, At = now, Actor = "embed", Jobs = [NewJob(workspace, now)] };
        await store.CommitAsync(changes, cancellationToken);
        await CommittedAsync(changes, turn);
        signals.Queued();
    }

    private bool IsWaiting(string workspace)
    {
        lock (_lock)
        {
            return _waiting.Contains(workspace);
        }
    }

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
