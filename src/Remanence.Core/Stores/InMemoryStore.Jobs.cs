using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Stores;

public sealed partial class InMemoryStore
{
    /// <inheritdoc/>
    public override Task<Job?> GetJobAsync(string workspace, string id, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return _jobs.Find(id) is { } job && job.Scope.Workspace == workspace ? job : null;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> FindJobWorkspaceAsync(string id, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(id, nameof(id));
        return _jobs.Find(id)?.Scope.Workspace;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken) => _signals.WaitForJobsAsync(known, cancellationToken);

    /// <inheritdoc/>
    public override Task WaitForJobAsync(Job known, CancellationToken cancellationToken)
    {
        StoreArguments.Check(known);
        return _signals.WaitForJobAsync(known, token => GetJobAsync(known.Scope.Workspace, known.Id, token), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.Check(query);
        ArgumentNullException.ThrowIfNull(states);
        return _jobs.Page('j', query.Cursor, query.Limit, item => query.Scope.Sees(item.Scope) && (states.Count == 0 || states.Contains(item.State)));
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Job?> TryUpdateJobAsync(JobUpdate update, CancellationToken cancellationToken) => ChangeJobAsync(now =>
    {
        StoreArguments.Check(update);
        return JobClock.Update(update, _jobs.Find(update.Changed.Id), now) is { } changed ? changed with { Payload = changed.Payload?.Clone() } : null;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Job?> LeaseJobAsync(string owner, TimeSpan lease, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        ChangeJobAsync(
            now =>
            {
                StoreArguments.CheckLease(owner, lease, kinds);
                var busy = _jobs.Values.Where(job => job.State == JobState.Running && job.LeaseUntil > now).Select(job => job.Scope).ToHashSet();
                var next = _jobs
                    .Values.Where(job => job.State is JobState.Queued or JobState.Retrying ? job.DueAt <= now : job.State == JobState.Running)
                    .Where(job => (kinds.Count == 0 || kinds.Contains(job.Kind, StringComparer.Ordinal)) && !busy.Contains(job.Scope))
                    .OrderByDescending(job => job.Priority)
                    .ThenBy(job => job.RecordedAt)
                    .FirstOrDefault();
                return next is null ? null : JobClock.Lease(next, owner, lease, now);
            },
            cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(
        Scope scope, string kind, int limit, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.CheckWaiting(scope, kind, limit);
        var now = _clock.Now;
        return (IReadOnlyList<Job>)
        [
            .. _jobs.Values
                .Where(job => job.Scope == scope && job.Kind == kind)
                .Where(job => job.State is JobState.Queued or JobState.Retrying || (job.State == JobState.Running && !(job.LeaseUntil > now)))
                .OrderBy(job => job.RecordedAt)
                .Take(limit),
        ];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken) => Read(
        () => (IReadOnlyList<JobCount>)
        [
            .. _jobs.Values.GroupBy(job => (job.Kind, job.State))
                .Select(group => new JobCount(group.Key.Kind, group.Key.State, group.LongCount()))
                .OrderBy(count => count.Kind, StringComparer.Ordinal).ThenBy(count => count.State),
        ],
        cancellationToken);

    /// <inheritdoc/>
    public override Task<long> PruneJobsAsync(TimeSpan age, CancellationToken cancellationToken) => Write(() =>
    {
        var before = _clock.Now - age;
        var pruned = _jobs.RemoveWhere(job => job.State is JobState.Succeeded or JobState.Cancelled && job.UpdatedAt < before);
        PruneUsage(DateOnly.FromDateTime(before.UtcDateTime));
        return (long)pruned;
    }, cancellationToken);

    private async Task<Job?> ChangeJobAsync(Func<DateTimeOffset, Job?> change, CancellationToken cancellationToken)
    {
        var changed = await Write(() =>
        {
            var job = change(_clock.Now);
            if (job is not null)
            {
                _jobs.Put(job.Id, job);
            }

            return job;
        }, cancellationToken);
        if (changed is not null)
        {
            _signals.Changed(changed);
        }

        return changed;
    }
}
