using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Queries;
using Remanence.Sqlite.Rows;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override Task<Job?> GetJobAsync(string workspace, string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return SqliteJobs.Find(database, id) is { } job && job.Scope.Workspace == workspace ? job : null;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> FindJobWorkspaceAsync(string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(id, nameof(id));
        return SqliteJobs.Find(database, id)?.Scope.Workspace;
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        ArgumentNullException.ThrowIfNull(states);
        return SqliteQueries.Jobs(database, query, states);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Job?> TryUpdateJobAsync(JobUpdate update, CancellationToken cancellationToken)
    {
        StoreArguments.Check(update);
        return ChangeJobAsync(database => SqliteJobs.TryUpdate(database, update, Now), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Job?> LeaseJobAsync(string owner, TimeSpan lease, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        StoreArguments.CheckLease(owner, lease, kinds);
        return ChangeJobAsync(database => SqliteJobs.Lease(database, owner, lease, kinds, Now), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken) => _signals.WaitForJobsAsync(known, cancellationToken);

    /// <inheritdoc/>
    public override Task WaitForJobAsync(Job known, CancellationToken cancellationToken)
    {
        StoreArguments.Check(known);
        return _signals.WaitForJobAsync(known, token => GetJobAsync(known.Scope.Workspace, known.Id, token), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(
        Scope scope, string kind, int limit, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.CheckWaiting(scope, kind, limit);
        return SqliteJobs.Waiting(database, scope, kind, Now, limit);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken) => Read(SqliteJobs.Count, cancellationToken);

    /// <inheritdoc/>
    public override async Task<long> PruneJobsAsync(TimeSpan age, CancellationToken cancellationToken) =>
        await Writer.RunAsync(database => SqliteJobs.Prune(database, Now - age), cancellationToken);

    private async Task<Job?> ChangeJobAsync(Func<SqliteDatabase, Job?> change, CancellationToken cancellationToken)
    {
        var changed = await Writer.RunAsync(change, cancellationToken);
        if (changed is not null)
        {
            _signals.Changed(changed);
        }

        return changed;
    }
}
