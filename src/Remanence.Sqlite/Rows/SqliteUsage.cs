using Remanence.Memories;
using Remanence.Models.Usage;
using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Rows;

/// <summary>The account of what calls of models came to.</summary>
internal static class SqliteUsage
{
    private const decimal CostUnits = 1_000_000_000;

    // What fits; nobody spends it.
    private const decimal MostCost = 9_000_000_000;

    // No workspace has this name.
    private const string Nobody = "";

    private const string Columns = "calls, failures, input, output, estimated, cost";

    private const string Sums = "calls = calls + excluded.calls, failures = failures + excluded.failures, input = input + excluded.input,"
        + " output = output + excluded.output, estimated = estimated + excluded.estimated, cost = cost + excluded.cost";

    private const string AddToDay =
        $"INSERT INTO usage (workspace, day, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (workspace, day) DO UPDATE SET {Sums}";

    private const string AddToJob = $"INSERT INTO job_usage (workspace, day, {Columns}, job) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        + $" ON CONFLICT (workspace, job) DO UPDATE SET day = max(day, excluded.day), {Sums}";

    private const string FindDays = $"SELECT {Columns}, day FROM usage WHERE workspace = ?1 AND day >= ?2 ORDER BY day";

    private const string FindJob = $"SELECT {Columns} FROM job_usage WHERE workspace = ?1 AND job = ?2";

    private const string GiveToNobody = $"INSERT INTO usage (workspace, day, {Columns}) SELECT '', day, {Columns} FROM usage WHERE workspace = ?1"
        + $" ON CONFLICT (workspace, day) DO UPDATE SET {Sums}";

    private const string DropDays = "DELETE FROM usage WHERE workspace = ?1";

    private const string DropJobs = "DELETE FROM job_usage WHERE workspace = ?1";

    private const string EraseJobs =
        $"DELETE FROM job_usage WHERE workspace = ?5 AND job IN (SELECT id FROM jobs WHERE workspace = ?1 AND {SqliteSql.Owns})";

    private const string PruneJobs = "DELETE FROM job_usage WHERE day < ?1 AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = job_usage.job)";

    public static int Add(SqliteDatabase database, IReadOnlyList<UsageEntry> entries)
    {
        foreach (var entry in entries)
        {
            AddTotals(database.Prepare(AddToDay), entry).Run();
            if (entry.JobId is { } job)
            {
                AddTotals(database.Prepare(AddToJob), entry).Add(job).Run();
            }
        }

        return entries.Count;
    }

    public static IReadOnlyList<UsageEntry> Days(SqliteDatabase database, string? workspace, DateOnly from)
    {
        var days = new List<UsageEntry>();
        using var row = database.Prepare(FindDays).Add(workspace ?? Nobody).Add(from.DayNumber);
        while (row.Step())
        {
            days.Add(new UsageEntry(workspace, DateOnly.FromDayNumber((int)row.Long(6)), null, Read(row)));
        }

        return days;
    }

    public static UsageTotals OfJob(SqliteDatabase database, string workspace, string job)
    {
        using var row = database.Prepare(FindJob).Add(workspace).Add(job);
        return row.Step() ? Read(row) : UsageTotals.None;
    }

    /// <summary>A workspace goes: what it spent was spent, by nobody who has a name.</summary>
    public static void Drop(SqliteDatabase database, string workspace)
    {
        foreach (var sql in new[] { GiveToNobody, DropDays, DropJobs })
        {
            database.Prepare(sql).Add(workspace).Run();
        }
    }

    /// <summary>Before the jobs of the scope go.</summary>
    public static void Erase(SqliteDatabase database, SqliteWorkspace workspace, Scope scope) =>
        database.Prepare(EraseJobs).Add(workspace.Number).Add(scope.User).Add(scope.Agent).Add(scope.Session).Add(scope.Workspace).Run();

    /// <summary>After jobs went: what was spent on those that are no more.</summary>
    public static void Prune(SqliteDatabase database, DateTimeOffset before) =>
        database.Prepare(PruneJobs).Add(DateOnly.FromDateTime(before.UtcDateTime).DayNumber).Run();

    private static SqliteStatement AddTotals(SqliteStatement statement, UsageEntry entry) => statement
        .Add(entry.Workspace ?? Nobody).Add(entry.Day.DayNumber)
        .Add(entry.Totals.Calls).Add(entry.Totals.Failures).Add(entry.Totals.InputTokens).Add(entry.Totals.OutputTokens).Add(entry.Totals.EstimatedCalls)
        .Add((long)Math.Round(Math.Min(entry.Totals.Cost, MostCost) * CostUnits));

    private static UsageTotals Read(SqliteStatement row) => new()
    {
        Calls = row.Long(0),
        Failures = row.Long(1),
        InputTokens = row.Long(2),
        OutputTokens = row.Long(3),
        EstimatedCalls = row.Long(4),
        Cost = row.Long(5) / CostUnits,
    };
}
