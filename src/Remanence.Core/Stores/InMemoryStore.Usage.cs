using Remanence.Memories;
using Remanence.Models.Usage;

namespace Remanence.Stores;

public sealed partial class InMemoryStore : IUsageStore
{
    private readonly SortedDictionary<DateOnly, Dictionary<string, UsageTotals>> _usage = [];
    private readonly Dictionary<(string Workspace, string Job), UsageEntry> _jobUsage = [];

    // No workspace has this name.
    private const string Nobody = "";

    /// <inheritdoc/>
    public Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken) => Write(() =>
    {
        StoreArguments.Check(entries);
        foreach (var entry in entries)
        {
            AddUsage(entry.Workspace ?? Nobody, entry.Day, entry.Totals);
            if (entry is { Workspace: { } workspace, JobId: { } job })
            {
                var before = _jobUsage.GetValueOrDefault((workspace, job), entry with { Totals = UsageTotals.None });
                _jobUsage[(workspace, job)] = entry with { Day = Max(entry.Day, before.Day), Totals = before.Totals.Plus(Rounded(entry.Totals)) };
            }
        }

        return entries.Count;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageEntry>> GetUsageAsync(string? workspace, DateOnly from, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.CheckAccount(workspace);
        return (IReadOnlyList<UsageEntry>)
        [
            .. _usage.Where(day => day.Key >= from && day.Value.ContainsKey(workspace ?? Nobody))
                .Select(day => new UsageEntry(workspace, day.Key, null, day.Value[workspace ?? Nobody])),
        ];
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<UsageTotals> GetJobUsageAsync(string workspace, string jobId, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(jobId, nameof(jobId));
        return _jobUsage.TryGetValue((workspace, jobId), out var entry) ? entry.Totals : UsageTotals.None;
    }, cancellationToken);

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static UsageTotals Rounded(UsageTotals totals) => totals with { Cost = Math.Round(totals.Cost, 9) };

    private void AddUsage(string workspace, DateOnly day, UsageTotals totals)
    {
        if (!_usage.TryGetValue(day, out var accounts))
        {
            _usage[day] = accounts = new(StringComparer.Ordinal);
        }

        accounts[workspace] = accounts.GetValueOrDefault(workspace, UsageTotals.None).Plus(Rounded(totals));
    }

    private void DropUsage(string workspace)
    {
        foreach (var (day, accounts) in _usage)
        {
            if (accounts.Remove(workspace, out var totals))
            {
                accounts[Nobody] = accounts.GetValueOrDefault(Nobody, UsageTotals.None).Plus(totals);
            }
        }

        ForgetJobUsage(entry => entry.Workspace == workspace);
    }

    private void EraseUsage(Scope scope)
    {
        foreach (var job in _jobs.Values.Where(job => scope.Owns(job.Scope)))
        {
            _jobUsage.Remove((scope.Workspace, job.Id));
        }
    }

    private void PruneUsage(DateOnly before) => ForgetJobUsage(entry => entry.Day < before && _jobs.Find(entry.JobId!) is null);

    private void ForgetJobUsage(Func<UsageEntry, bool> forget)
    {
        foreach (var (account, entry) in _jobUsage)
        {
            if (forget(entry))
            {
                _jobUsage.Remove(account);
            }
        }
    }
}
