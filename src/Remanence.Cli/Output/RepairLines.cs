using Remanence.Sqlite.Repair;

namespace Remanence.Cli.Output;

/// <summary>What a repair came to, in lines.</summary>
internal static class RepairLines
{
    public static IEnumerable<string> Of(SqliteRepairReport report)
    {
        if (report.Outcome == SqliteRepairOutcome.Sound)
        {
            yield return $"nothing to repair: {report.Path} is sound";
            yield break;
        }

        yield return $"{report.Path} is damaged: {report.Damage}";
        foreach (var table in report.Tables.Where(table => table.Read > 0 || table.Lost > 0 || table.MayLackMore))
        {
            yield return $"{table.Name.Replace('_', ' '),-18} {table.Read} read{Lost(table)}";
        }

        foreach (var name in report.Renamed)
        {
            yield return $"a workspace whose name is lost is called {name} now";
        }

        if (report.LogDamaged)
        {
            yield return "the log is damaged: what was changed last may be lost, and what was erased last may be back; erase it again";
        }

        yield return report.KeptAs is { } kept
            ? $"put in place; the damaged file is kept as {kept}: delete it when you need it no more, as erasing does not reach it"
            : "nothing was changed; without --dry-run this is put in place";
    }

    /// <summary>What is lost, in one line.</summary>
    public static string Loss(SqliteRepairReport report)
    {
        var lost = report.Tables.Where(table => table.Lost > 0 || table.MayLackMore)
            .Select(table => $"{Count(table)} {table.Name.Replace('_', ' ')}")
            .Concat(report.LogDamaged ? ["what the log's damaged part held"] : Array.Empty<string>())
            .Concat(report.Renamed.Count > 0 ? [$"{report.Renamed.Count} names of workspaces"] : Array.Empty<string>()).ToList();
        return $"not all could be read; lost: {(lost.Count > 0 ? string.Join(", ", lost) : "rows of which nothing tells what they were")}";
    }

    private static string Lost(SqliteRepairTable table) =>
        table.Lost == 0 && !table.MayLackMore ? string.Empty : $", {Count(table).Replace(" of", string.Empty, StringComparison.Ordinal)} lost";

    private static string Count(SqliteRepairTable table) => (table.Lost, table.MayLackMore) switch
    {
        (0, true) => "an unknown number of",
        (var known, true) => $"at least {known}",
        var (known, _) => $"{known}",
    };
}
