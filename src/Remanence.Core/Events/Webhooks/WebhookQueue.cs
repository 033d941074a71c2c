using System.Collections.Concurrent;
using Remanence.Commits;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Events.Webhooks;

/// <summary>
/// Sees to it that every workspace has a job for each receiver, durable with the first commit that it tells of, and wakes it when there is something to tell.
/// Thread-safe.
/// </summary>
internal sealed class WebhookQueue(MemoryStore store, IReadOnlyList<Uri> urls, TimeProvider time) : CommitStep
{
    private static readonly JobState[] Alive = [JobState.Queued, JobState.Running, JobState.Retrying, JobState.Dead];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string[] _receivers = [.. urls.Select(WebhookPosition.ReceiverOf).Distinct(StringComparer.Ordinal)];
    // The generation of each workspace in which all jobs were seen: created again by whomever, it has none.
    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _waking = new(StringComparer.Ordinal);

    /// <summary>The change set, with what its workspace lacks.</summary>
    public override async Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (!Tells(changes))
        {
            return changes;
        }

        var fresh = await store.GetFreshnessAsync(changes.Workspace, cancellationToken);
        if (fresh is { } found && _known.TryGetValue(changes.Workspace, out var known) && known == found.Generation)
        {
            return changes;
        }

        var after = fresh?.Sequence ?? 0;
        var jobs = new List<Job>();
        foreach (var receiver in _receivers)
        {
            if (await FindAsync(changes.Workspace, receiver, Alive, cancellationToken) is null)
            {
                jobs.Add(new WebhookPosition(receiver, after).ToJob(changes.Workspace, changes.At));
            }
        }

        if (jobs.Count == 0 && fresh is { } whole)
        {
            _known[changes.Workspace] = whole.Generation;
        }

        return jobs.Count == 0 ? changes : new ChangeSet(changes) { Jobs = [.. changes.Jobs, .. jobs] };
    }

    /// <summary>Wakes the receivers' jobs; does not wait for anything.</summary>
    public override Task CommittedAsync(ChangeSet changes, CommitResult result)
    {
        if (Tells(changes))
        {
            Wake(changes.Workspace);
        }

        return Task.CompletedTask;
    }

    /// <summary>With a workspace its jobs may be gone.</summary>
    public override void Forget(string workspace) => _known.TryRemove(workspace, out _);

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
            while (!await TryWakeAsync(workspace, receiver))
            {
                if (await FindAsync(workspace, receiver, [JobState.Running], CancellationToken.None) is { } running)
                {
                    using var pause = new CancellationTokenSource();
                    await Task.WhenAny(store.WaitForJobAsync(running, pause.Token), Task.Delay(Patience, time, pause.Token));
                    await pause.CancelAsync();
                }
            }
        }
        catch (Exception exception) when (exception is RemanenceException or ObjectDisposedException)
        {
            // It looks by itself in a minute.
        }
    }

    private async Task<bool> TryWakeAsync(string workspace, string receiver)
    {
        var scope = WebhookPosition.ScopeOf(workspace, receiver);
        var waiting = await store.GetWaitingJobsAsync(scope, JobKinds.Webhook, 1, CancellationToken.None);
        if (waiting is not [var job])
        {
            return await FindAsync(workspace, receiver, [JobState.Running], CancellationToken.None) is null;
        }

        // One that was put off until later, when it last changed, and not one that is due or tries again.
        return job.State != JobState.Queued || job.DueAt <= job.UpdatedAt
            || await store.TryUpdateJobAsync(new JobUpdate(job, job) { DueIn = TimeSpan.Zero }, CancellationToken.None) is not null;
    }

    private async Task<Job?> FindAsync(string workspace, string receiver, JobState[] states, CancellationToken cancellationToken)
    {
        var scope = WebhookPosition.ScopeOf(workspace, receiver);
        return await store
            .AllJobsAsync(scope, states, cancellationToken)
            .FirstOrDefaultAsync(job => job.Kind == JobKinds.Webhook && job.Scope == scope, cancellationToken);
    }
}
