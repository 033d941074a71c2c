using Remanence.Models.Usage;
using Remanence.Sqlite.Rows;
using Remanence.Stores;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore : IUsageStore
{
    /// <inheritdoc/>
    public async Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        StoreArguments.Check(entries);
        await Writer.RunAsync(database => SqliteUsage.Add(database, entries), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageEntry>> GetUsageAsync(string? workspace, DateOnly from, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.CheckAccount(workspace);
        return SqliteUsage.Days(database, workspace, from);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<UsageTotals> GetJobUsageAsync(string workspace, string jobId, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(jobId, nameof(jobId));
        return SqliteUsage.OfJob(database, workspace, jobId);
    }, cancellationToken);
}
