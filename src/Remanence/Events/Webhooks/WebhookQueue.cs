using System.Collections.Concurrent;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Events.Webhooks;

/// <summary>
/// Sees to it that every workspace has a job for each receiver, durable with the first commit that it tells of, and wakes it when there is something to tell.
/// Thread-safe.
/// </summary>
internal sealed class WebhookQueue(MemoryStore store, IReadOnlyList<Uri> urls, JobSignals signals, TimeProvider time)
{
    private static readonly JobState[] Alive = [JobState.Queued, JobState.Running, JobState.Retrying, JobState.Dead];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string[] _receivers = [.. urls.Select(WebhookPosition.ReceiverOf).Distinct(StringComparer.Ordinal)];
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _waking = new(StringComparer.Ordinal);

    /// <summary>The change set, with what its workspace lacks.</summary>
    public async Task<ChangeSet> AttachAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey(changes.Workspace) || !Tells(changes))
        {
            return changes;
        }

        var after = (await store.GetWorkspaceAsync(changes.Workspace, cancellationToken))?.Sequence ?? 0;
        var jobs = new List<Job>();
        foreach (var receiver in _receivers)
        {
            if (!await HasJobAsync(changes.Workspace, receiver, Alive, cancellationToken))
            {
                jobs.Add(new WebhookPosition(receiver, after).ToJob(changes.Workspace, changes.At));
            }
        }

        return jobs.Count == 0 ? changes : new ChangeSet(changes) { Jobs = [.. changes.Jobs, .. jobs] };
    }

    /// <summary>To be called after a commit; does not wait for anything.</summary>
    public void Committed(ChangeSet changes)
    {
        if (Tells(changes))
        {
            _known.TryAdd(changes.Workspace, true);
            Wake(changes.Workspace);
        }
    }

    /// <summary>To be called when a workspace was dropped, and its jobs with it.</summary>
    public void Dropped(string workspace) => _known.TryRemove(workspace, out _);

    /// <summary>Has the workspace's jobs look at once.</summary>
    public void Wake(string workspace)
    {
        if (_waking.TryAdd(workspace, true))
        {
            _ = Task.Run(() => WakeAsync(workspace));
        }
    }

    /// <summary>Has all jobs look at once, as after a start.</summary>
    public async Task WakeAllAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await store.ListWorkspacesAsync(cancellationToken))
        {
            Wake(workspace.Name);
        }
    }

    private static bool Tells(ChangeSet changes) =>
        changes.Inserts.Count + changes.Updates.Count + changes.Supersessions.Count + changes.Deletions.Count > 0;

    private async Task WakeAsync(string workspace)
    {
        // Taken out first: a commit that comes while this looks has it look again.
        _waking.TryRemove(workspace, out _);
        foreach (var receiver in _receivers)
        {
            await WakeAsync(workspace, receiver);
        }
    }

    private async Task WakeAsync(string workspace, string receiver)
    {
        try
        {
            // One that runs may have looked before the commit: it is woken when it is back.
            for (var ended = signals.NextQueued; !await TryWakeAsync(workspace, receiver); ended = signals.NextQueued)
            {
                await Task.WhenAny(ended, Task.Delay(Patience, time));
            }
        }
        catch (Exception exception) when (exception is RemanenceException or ObjectDisposedException)
        {
            // It looks by itself in a minute.
        }
    }

    private async Task<bool> TryWakeAsync(string workspace, string receiver)
    {
        var now = time.GetUtcNow();
        var scope = WebhookPosition.ScopeOf(workspace, receiver);
        var waiting = await store.GetWaitingJobsAsync(scope, JobKinds.Webhook, now, 1, CancellationToken.None);
        if (waiting is not [var job])
        {
            return !await HasJobAsync(workspace, receiver, [JobState.Running], CancellationToken.None);
        }

        if (job.State == JobState.Queued && job.DueAt > now)
        {
            var changed = await store.TryUpdateJobAsync(job, job with { DueAt = now, UpdatedAt = now }, CancellationToken.None);
            signals.Queued();
            return changed;
        }

        return true;
    }

    private async Task<bool> HasJobAsync(string workspace, string receiver, JobState[] states, CancellationToken cancellationToken)
    {
        var scope = WebhookPosition.ScopeOf(workspace, receiver);
        return await store.AllJobsAsync(scope, states, cancellationToken).AnyAsync(job => job.Kind == JobKinds.Webhook && job.Scope == scope, cancellationToken);
    }
}
