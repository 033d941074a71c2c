using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Stores;

public sealed partial class InMemoryStore
{
    /// <inheritdoc/>
    public override Task<Job?> GetJobAsync(string id, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(id, nameof(id));
        return _jobs.Find(id);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.Check(query);
        ArgumentNullException.ThrowIfNull(states);
        return _jobs.Page('j', query.Cursor, query.Limit, item => query.Scope.Sees(item.Scope) && (states.Count == 0 || states.Contains(item.State)));
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> TryUpdateJobAsync(Job expected, Job changed, CancellationToken cancellationToken) => Write(() =>
    {
        StoreArguments.Check(expected, changed);
        if (_jobs.Find(expected.Id) is not { } stored
            || stored.Scope != expected.Scope
            || stored.State != expected.State
            || stored.UpdatedAt != expected.UpdatedAt
            || stored.LeaseOwner != expected.LeaseOwner
            || stored.Attempts != expected.Attempts)
        {
            return false;
        }

        _jobs.Put(changed.Id, changed with { Payload = changed.Payload?.Clone() });
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Job?> LeaseJobAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, IReadOnlyList<string> kinds, CancellationToken cancellationToken) => Write(() =>
    {
        StoreArguments.RequireText(owner, nameof(owner));
        StoreArguments.CheckTexts(kinds, "A job's kind");
        var busy = _jobs.Values.Where(job => job.State == JobState.Running && job.LeaseUntil > now).Select(job => job.Scope).ToHashSet();
        var next = _jobs.Values
            .Where(job => job.State is JobState.Queued or JobState.Retrying ? job.DueAt <= now : job.State == JobState.Running)
            .Where(job => (kinds.Count == 0 || kinds.Contains(job.Kind, StringComparer.Ordinal)) && !busy.Contains(job.Scope))
            .OrderByDescending(job => job.Priority).ThenBy(job => job.RecordedAt)
            .FirstOrDefault();
        if (next is null)
        {
            return null;
        }

        var leased = next with
        {
            State = JobState.Running,
            Attempts = next.Attempts + 1,
            Failures = next.Failures + (next.State == JobState.Running ? 1 : 0),
            LeaseOwner = owner,
            LeaseUntil = leaseUntil,
            UpdatedAt = now,
        };
        _jobs.Put(leased.Id, leased);
        return leased;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(
        Scope scope, string kind, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.CheckWaiting(scope, kind, limit);
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
    public override Task<long> PruneJobsAsync(DateTimeOffset before, CancellationToken cancellationToken) => Write(
        () => (long)_jobs.RemoveWhere(job => job.State is JobState.Succeeded or JobState.Cancelled && job.UpdatedAt < before), cancellationToken);
}
