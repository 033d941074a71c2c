using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Remanence.Models.Calls;
using Remanence.Stores;

namespace Remanence.Models.Usage;

/// <summary>
/// Counts what calls of models come to, by workspace and day and by job. Over a store that keeps the account (<see cref="IUsageStore"/>) it is written there
/// every two seconds while there are calls, and when the engine ends; what others over the same store spend is seen as they write it. Without one it counts
/// since the process started, and keeps a month. Thread-safe.
/// </summary>
public sealed class UsageMeter
{
    internal static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly ModelBudgets _budgets;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly UnwrittenUsage _unwritten = new();
    private UsageTotals _total = UsageTotals.None;
    private IUsageStore? _store;
    private ITimer? _timer;
    private bool _due;
    private bool _isAway;
    private Task _writing = Task.CompletedTask;
    private long _writes;

    internal UsageMeter(ModelBudgets budgets, TimeProvider time, ILogger logger)
    {
        _budgets = budgets;
        _time = time;
        _logger = logger;
    }

    /// <summary>All calls of this process together.</summary>
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

    /// <summary>An account by day (UTC), oldest first; days without calls are left out.</summary>
    /// <param name="workspace">The workspace; null: what nobody paid for, and what those paid for that are no more.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<UsageEntry>> GetWorkspaceAsync(string? workspace, DateOnly from, CancellationToken cancellationToken = default) => ReadAsync(
        async store => store is null ? [] : await store.GetUsageAsync(workspace, from, cancellationToken),
        (stored, unwritten) => (IReadOnlyList<UsageEntry>)
        [
            .. stored.Concat(unwritten.ByDay(workspace, from)).GroupBy(entry => entry.Day)
                .Select(day => day.Aggregate((sum, entry) => sum with { Totals = sum.Totals.Plus(entry.Totals) }))
                .OrderBy(entry => entry.Day),
        ],
        cancellationToken);

    /// <summary>A job's calls, over all its attempts.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<UsageTotals> GetJobAsync(string workspace, string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(jobId);
        return ReadAsync(
            async store => store is null ? UsageTotals.None : await store.GetJobUsageAsync(workspace, jobId, cancellationToken),
            (stored, unwritten) => stored.Plus(unwritten.OfJob(workspace, jobId)),
            cancellationToken);
    }

    /// <summary>Has the account kept by a store, which is open, until <see cref="DetachAsync"/>.</summary>
    /// <param name="store">The store.</param>
    /// <returns>False when another store keeps it.</returns>
    public bool TryAttach(IUsageStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        lock (_lock)
        {
            if (_store is not null)
            {
                return false;
            }

            _store = store;
            _timer = _time.CreateTimer(_ => WriteInBackground(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Schedule();
            return true;
        }
    }

    /// <summary>Writes what is left, and counts on without the store. What cannot be written stays here.</summary>
    public async Task DetachAsync()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
        }

        await TryWriteAsync();
        lock (_lock)
        {
            (_store, _due) = (null, false);
        }
    }

    /// <exception cref="ModelException">The account is over its budget, or the store cannot say whether it is.</exception>
    internal async ValueTask CheckBudgetAsync(ModelUsage.Account? account, string profile, CancellationToken cancellationToken)
    {
        if (account is null)
        {
            return;
        }

        try
        {
            if (account.JobId is { } id && _budgets.Job.IsSet && _budgets.Job.Spent(await GetJobAsync(account.Workspace, id, cancellationToken)) is { } job)
            {
                throw new ModelException(
                    ModelFailure.OverBudget,
                    $"{profile}: not asked, since the job's budget is used up ({job}); raise it and retry the job.",
                    profile);
            }

            if (_budgets.WorkspaceDay.IsSet)
            {
                var now = _time.GetUtcNow();
                if (
                    await GetWorkspaceAsync(account.Workspace, Day(now), cancellationToken) is [var today, ..]
                    && _budgets.WorkspaceDay.Spent(today.Totals) is { } day)
                {
                    var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
                    throw new ModelException(
                        ModelFailure.OverBudget,
                        $"{profile}: not asked, since the workspace's budget of this day is used up ({day}); raise it, or wait for midnight UTC.",
                        profile,
                        midnight - now);
                }
            }
        }
        catch (StoreUnavailableException exception)
        {
            throw new ModelException(
                ModelFailure.Unavailable,
                $"{profile}: not asked, since the store cannot say what of the budget is left.",
                profile,
                innerException: exception);
        }
    }

    internal void Add(ModelUsage.Account? account, UsageTotals call)
    {
        lock (_lock)
        {
            _total = _total.Plus(call);
            _unwritten.Add(new UsageEntry(account?.Workspace, Day(_time.GetUtcNow()), account?.JobId, call));
            Schedule();
        }
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private void Schedule()
    {
        if (_timer is not null && !_due && !_unwritten.IsEmpty)
        {
            _due = true;
            _timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    // What is on its way into the store stands in neither place or in both: whoever reads meanwhile reads again.
    private async Task<T> ReadAsync<TStored, T>(
        Func<IUsageStore?, Task<TStored>> read, Func<TStored, UnwrittenUsage, T> combine, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task writing;
            long writes;
            IUsageStore? store;
            lock (_lock)
            {
                (writing, writes, store) = (_writing, _writes, _store);
            }

            await writing.WaitAsync(cancellationToken);
            var stored = await read(store);
            lock (_lock)
            {
                if (_writes == writes && _store == store)
                {
                    return combine(stored, _unwritten);
                }
            }
        }
    }

    private void WriteInBackground() => _ = TryWriteAsync();

    // Never fails: what could not be written is written with what comes.
    private async Task TryWriteAsync()
    {
        var isMine = false;
        while (!isMine)
        {
            Task writing;
            lock (_lock)
            {
                isMine = _writing.IsCompleted;
                if (isMine)
                {
                    _due = false;
                    _writing = _store is { } store && !_unwritten.IsEmpty ? WriteAsync(store, _unwritten.Take()) : Task.CompletedTask;
                }

                writing = _writing;
            }

            await writing;
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, nothing counted may be lost, and the log says so.")]
    private async Task WriteAsync(IUsageStore store, IReadOnlyList<UsageEntry> entries)
    {
        _writes++;
        await Task.Yield();
        try
        {
            await store.AddUsageAsync(entries, CancellationToken.None);
            _isAway = false;
        }
        catch (Exception exception)
        {
            if (!_isAway)
            {
                // Once until it is back: it is tried every two seconds.
                _isAway = true;
                ModelLog.UsageNotWritten(_logger, exception.GetType().Name);
            }

            lock (_lock)
            {
                foreach (var entry in entries)
                {
                    _unwritten.Add(entry);
                }

                Schedule();
            }
        }
    }
}
