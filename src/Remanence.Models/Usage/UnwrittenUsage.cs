namespace Remanence.Models.Usage;

/// <summary>
/// What was counted and is not in a store: for a moment only, or, where no store keeps the account or it is away, for longer. Then it keeps the last
/// <see cref="Days"/> days, and beyond <see cref="MostEntries"/> it no longer tells the older jobs apart. Not thread-safe.
/// </summary>
internal sealed class UnwrittenUsage
{
    public const int Days = 31;

    public const int MostEntries = 20_000;

    private Dictionary<(string? Workspace, DateOnly Day, string? Job), UsageTotals> _entries = [];

    public bool IsEmpty => _entries.Count == 0;

    public void Add(UsageEntry entry)
    {
        Put(_entries, entry);
        if (_entries.Count > MostEntries)
        {
            Shrink(entry.Day);
        }
    }

    /// <summary>Everything, which is then no longer here.</summary>
    public IReadOnlyList<UsageEntry> Take()
    {
        IReadOnlyList<UsageEntry> taken = [.. Entries()];
        _entries = [];
        return taken;
    }

    public UsageTotals OfJob(string workspace, string job) => Sum(Entries().Where(entry => entry.Workspace == workspace && entry.JobId == job));

    public IEnumerable<UsageEntry> ByDay(string? workspace, DateOnly from) =>
        Entries().Where(entry => entry.Workspace == workspace && entry.Day >= from)
            .GroupBy(entry => entry.Day)
            .Select(day => new UsageEntry(workspace, day.Key, null, Sum(day)));

    private static UsageTotals Sum(IEnumerable<UsageEntry> entries) => entries.Aggregate(UsageTotals.None, (sum, entry) => sum.Plus(entry.Totals));

    private static void Put(Dictionary<(string? Workspace, DateOnly Day, string? Job), UsageTotals> entries, UsageEntry entry)
    {
        var account = (entry.Workspace, entry.Day, entry.JobId);
        entries[account] = entries.GetValueOrDefault(account, UsageTotals.None).Plus(entry.Totals);
    }

    private IEnumerable<UsageEntry> Entries() => _entries.Select(item => new UsageEntry(item.Key.Workspace, item.Key.Day, item.Key.Job, item.Value));

    // A dictionary of which nothing is removed gives its entries in the order in which they came: the first half are the older jobs.
    private void Shrink(DateOnly today)
    {
        var kept = new Dictionary<(string? Workspace, DateOnly Day, string? Job), UsageTotals>();
        var older = _entries.Count / 2;
        foreach (var entry in Entries())
        {
            var folded = older-- > 0 ? entry with { JobId = null } : entry;
            if (entry.Day > today.AddDays(-Days))
            {
                Put(kept, folded);
            }
        }

        _entries = kept;
    }
}
