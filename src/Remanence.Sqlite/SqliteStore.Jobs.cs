using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override Task<Job?> GetJobAsync(string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(id, nameof(id));
        return SqliteJobs.Find(database, id);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        ArgumentNullException.ThrowIfNull(states);
        return SqliteQueries.Jobs(database, query, states);
    }, cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> TryUpdateJobAsync(Job expected, Job changed, CancellationToken cancellationToken)
    {
        StoreArguments.Check(expected, changed);
        return await Writer.RunAsync(database => SqliteJobs.TryUpdate(database, expected, changed), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Job?> LeaseJobAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(owner, nameof(owner));
        StoreArguments.CheckTexts(kinds, "A job's kind");
        return await Writer.RunAsync(database => SqliteJobs.Lease(database, owner, now, leaseUntil, kinds), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Job>> GetWaitingJobsAsync(
        Scope scope, string kind, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.CheckWaiting(scope, kind, limit);
        return SqliteJobs.Waiting(database, scope, kind, now, limit);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken) => Read(SqliteJobs.Count, cancellationToken);

    /// <inheritdoc/>
    public override async Task<long> PruneJobsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await Writer.RunAsync(database => SqliteJobs.Prune(database, before), cancellationToken);
}
