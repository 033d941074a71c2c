using System.Globalization;

namespace Remanence.Models.Usage;

/// <summary>
/// Counts what calls of models come to, by workspace and day and by job, since the process started. Keeps the last <see cref="Days"/> days and the
/// <see cref="Jobs"/> jobs that were last at work. Thread-safe.
/// </summary>
public sealed class UsageMeter
{
    /// <summary>How many days are kept.</summary>
    public const int Days = 31;

    /// <summary>How many jobs are kept.</summary>
    public const int Jobs = 10_000;

    private readonly Lock _lock = new();
    private readonly ModelBudgets _budgets;
    private readonly TimeProvider _time;
    private readonly SortedDictionary<DateOnly, Dictionary<string, UsageTotals>> _days = [];
    private readonly Dictionary<ModelUsage.Account, LinkedListNode<(ModelUsage.Account Account, UsageTotals Totals)>> _jobs = [];
    private readonly LinkedList<(ModelUsage.Account Account, UsageTotals Totals)> _jobsByUse = [];
    private UsageTotals _total = UsageTotals.None;

    internal UsageMeter(ModelBudgets budgets, TimeProvider time)
    {
        _budgets = budgets;
        _time = time;
    }

    /// <summary>All calls together.</summary>
    public UsageTotals Total
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }

    /// <summary>A workspace's calls.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <returns>By day (UTC), oldest first; days without calls are left out.</returns>
    public IReadOnlyList<KeyValuePair<DateOnly, UsageTotals>> Workspace(string workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        lock (_lock)
        {
            return [.. _days.Where(day => day.Value.ContainsKey(workspace)).Select(day => KeyValuePair.Create(day.Key, day.Value[workspace]))];
        }
    }

    /// <summary>A job's calls, over all its attempts.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="jobId">The job.</param>
    public UsageTotals Job(string workspace, string jobId)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(jobId);
        lock (_lock)
        {
            return OfJob(new ModelUsage.Account(workspace, jobId));
        }
    }

    internal void ThrowIfOverBudget(ModelUsage.Account? account, string profile)
    {
        if (account is null)
        {
            return;
        }

        lock (_lock)
        {
            if (account.JobId is not null && Spent(OfJob(account), _budgets.Job) is { } job)
            {
                throw new ModelException(ModelFailure.OverBudget, $"{profile}: not asked, since the job's budget is used up ({job}); raise it and retry the job.", profile);
            }

            var now = _time.GetUtcNow();
            if (_days.TryGetValue(Day(now), out var today) && today.TryGetValue(account.Workspace, out var totals) && Spent(totals, _budgets.WorkspaceDay) is { } day)
            {
                var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
                throw new ModelException(
                    ModelFailure.OverBudget, $"{profile}: not asked, since the workspace's budget of this day is used up ({day}); raise it, or wait for midnight UTC.", profile, midnight - now);
            }
        }
    }

    internal void Add(ModelUsage.Account? account, UsageTotals call)
    {
        lock (_lock)
        {
            _total = _total.Plus(call);
            if (account is null)
            {
                return;
            }

            var day = Day(_time.GetUtcNow());
            if (!_days.TryGetValue(day, out var today))
            {
                _days[day] = today = new(StringComparer.Ordinal);
                while (_days.Count > Days)
                {
                    _days.Remove(_days.Keys.First());
                }
            }

            today[account.Workspace] = today.GetValueOrDefault(account.Workspace, UsageTotals.None).Plus(call);
            if (account.JobId is not null)
            {
                AddJob(account, call);
            }
        }
    }

    private void AddJob(ModelUsage.Account account, UsageTotals call)
    {
        var totals = OfJob(account).Plus(call);
        if (_jobs.Remove(account, out var node))
        {
            _jobsByUse.Remove(node);
        }

        _jobs[account] = _jobsByUse.AddLast((account, totals));
        if (_jobs.Count > Jobs)
        {
            _jobs.Remove(_jobsByUse.First!.Value.Account);
            _jobsByUse.RemoveFirst();
        }
    }

    private UsageTotals OfJob(ModelUsage.Account account) => _jobs.TryGetValue(account, out var node) ? node.Value.Totals : UsageTotals.None;

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static string? Spent(UsageTotals totals, ModelBudget budget) =>
        totals.Cost >= budget.Cost ? string.Create(CultureInfo.InvariantCulture, $"cost {totals.Cost:0.####} of {budget.Cost:0.####}")
        : totals.Tokens >= budget.Tokens ? string.Create(CultureInfo.InvariantCulture, $"{totals.Tokens} of {budget.Tokens} tokens")
        : null;
}
