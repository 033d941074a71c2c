using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Repair;

/// <summary>Makes a new file of what a damaged one holds, and tells what it lacks.</summary>
internal sealed class Salvage(string path, DamagedFile file, TimeProvider time, CancellationToken cancellationToken)
{
    // What the store makes anew, or what is of no use without what was lost.
    private static readonly string[] NotTold = ["numbers", "vectors", "spaces", "tombstones", "workspaces"];

    private readonly int _version = file.Version is > 0 and var told && told <= SqliteSchema.Migrations.Count
        ? Math.Max(told, SchemaEvidence.LeastVersion(file)) : SqliteSchema.Migrations.Count;

    public SqliteRepairReport Run(string damage)
    {
        SqliteReplacement.BeginDraft(path);
        using var draft = SqliteDatabase.Open(SqliteReplacement.Draft(path), readOnly: false, TimeSpan.Zero);
        draft.Observe(cancellationToken);
        draft.Execute($"PRAGMA page_size = {file.PageSize}");
        draft.Execute($"PRAGMA application_id = {SqliteSchema.ApplicationId}");
        draft.Execute("PRAGMA secure_delete = ON");
        draft.Execute("PRAGMA synchronous = FULL");
        SqliteSchema.Migrate(draft, path, [.. SqliteSchema.Migrations.Take(_version)]);
        var map = TreeMap.Of(file, UsualRoots(draft));
        var altered = AlteredTables.Of(path, TableShape.Of(draft));
        var scan = new PageScan(file, map, draft, altered);
        draft.BeginImmediate();
        if (_version >= 3)
        {
            draft.Run("DELETE FROM numbers");
        }

        scan.Run(cancellationToken);
        draft.Commit();
        scan.Add(altered.Copy(draft));

        SqliteSchema.Migrate(draft, path, SqliteSchema.Migrations);
        draft.BeginImmediate();
        var rows = new DraftRows(draft, cancellationToken);
        var knowsWorkspaces = map.IsWhole("sqlite_schema") && map.IsWhole("workspaces") && !scan.Unreadable.ContainsKey("workspaces")
            && rows.HasWorkspaces(scan.Names.Keys);
        var renamed = knowsWorkspaces ? [] : rows.RestoreWorkspaces(scan.Names, time.GetUtcNow());
        var told = draft.Number("SELECT sum(memories) FROM workspaces");
        var removed = rows.RemoveStrays();
        rows.Settle();

        // Rows may have moved while this was written; the store goes through the new file once.
        draft.Execute("INSERT OR IGNORE INTO unfinished (work) VALUES ('sweep')");
        draft.Commit();
        if (SqliteExamination.Find(draft, whole: true) is { } fault)
        {
            throw new StoreUnavailableException($"The new file for {path} is not sound ({fault}); nothing was changed. Is the disk failing?");
        }

        return Report(damage, map, scan, Counts(draft, removed, knowsWorkspaces ? told : null), renamed);
    }

    // Where a store's tables begin when nothing was done to it yet.
    private static Dictionary<string, uint> UsualRoots(SqliteDatabase draft)
    {
        var roots = new Dictionary<string, uint>(StringComparer.Ordinal);
        using var row = draft.Prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 1");
        while (row.Step())
        {
            roots[row.Text(0)] = (uint)row.Long(1);
        }

        return roots;
    }

    private List<(string Table, long Read, long Removed, long? Expected)> Counts(
        SqliteDatabase draft, Dictionary<string, long> removed, long? memories)
    {
        // With a damaged log SQLite sees the file as it was earlier.
        var expected = new ExpectedRows(path, cancellationToken);
        var counts = TableShape.Of(draft).Select(shape => shape.Name).Except(NotTold, StringComparer.Ordinal).ToList();
        return
        [
            .. counts.Select(table =>
                (
                    table,
                    draft.Number($"SELECT count(*) FROM {table}"),
                    removed.GetValueOrDefault(table),
                    (file.IsLogDamaged ? null : expected.Of(table)) ?? (table == "memories" ? memories : null))),
        ];
    }

    private SqliteRepairReport Report(
        string damage, TreeMap map, PageScan scan, List<(string Table, long Read, long Removed, long? Expected)> counts, IReadOnlyList<string> renamed)
    {
        var tables = counts.ConvertAll(count => Table(count, map, scan));
        if (tables.TrueForAll(table => table.Read == 0) && !map.IsWhole("sqlite_schema"))
        {
            throw new StoreUnavailableException($"Nothing of a store can be read in {path}; nothing was changed. Restore a backup.");
        }

        var lacks =
            file.IsLogDamaged || renamed.Count > 0 || tables.Exists(table => table.Lost > 0 || table.MayLackMore) || scan.Unreadable.ContainsKey(string.Empty);
        return new SqliteRepairReport
        {
            Path = path,
            Outcome = lacks ? SqliteRepairOutcome.Partial : SqliteRepairOutcome.Whole,
            Damage = damage,
            LogDamaged = file.IsLogDamaged,
            Tables = tables,
            Renamed = renamed,
        };
    }

    private static SqliteRepairTable Table((string Table, long Read, long Removed, long? Expected) count, TreeMap map, PageScan scan)
    {
        var (table, read, removed, expected) = count;
        var unreadable = scan.Unreadable.GetValueOrDefault(table) + removed;
        if (map.IsWhole(table) && !scan.Misplaced.Contains(table))
        {
            return new SqliteRepairTable(table, read, unreadable, false);
        }

        // An index, or a count beside the rows, knows how many there were.
        if (expected is { } known)
        {
            return new SqliteRepairTable(table, read, Math.Max(known - read, 0), false);
        }

        return new SqliteRepairTable(table, read, unreadable, map.LacksLeaves(table) || scan.StrayPages > 0 || read == 0);
    }
}
