using System.Globalization;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;
using Remanence.Stores.History;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// Makes a whole of the rows that were brought out: what belongs to nothing goes, what was erased stays so, and numbers fit again. In one transaction.
/// </summary>
internal sealed class DraftRows(SqliteDatabase database, CancellationToken cancellationToken)
{
    // Rows whose workspace is not known belong to one that was dropped; where its row may be lost, RestoreWorkspaces has made one.
    private static readonly (string Table, string Sql)[] Strays =
    [
        ("memories", "DELETE FROM memories WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("tombstones", "DELETE FROM tombstones WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("history", "DELETE FROM history WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("resources", "DELETE FROM resources WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("messages", "DELETE FROM messages WHERE key >> 31 NOT IN (SELECT number FROM resources)"),
        ("categories", "DELETE FROM categories WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("jobs", "DELETE FROM jobs WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("change_sets", "DELETE FROM change_sets WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("change_set_scopes", "DELETE FROM change_set_scopes WHERE workspace NOT IN (SELECT number FROM workspaces)"),
        ("spaces", "DELETE FROM spaces WHERE workspace NOT IN (SELECT number FROM workspaces)"),

        // The last entry of a memory that is lost had its state from there; one without any state says nothing, and no import takes it.
        (
            "history",
            "DELETE FROM history WHERE has_after = 0 AND before IS NULL AND NOT EXISTS (SELECT 1 FROM memories AS m WHERE m.workspace = history.workspace "
            + "AND m.id = history.memory)"
                + " AND NOT EXISTS (SELECT 1 FROM history AS h WHERE h.workspace = history.workspace AND h.memory = history.memory AND h.key > history.key)"),
    ];

    // An image of a page from before an erasure must not undo it: its tombstone is later than the memory. What was deleted has an entry of that; what was
    // erased has none.
    private static readonly (string Table, string Sql)[] Erased =
    [
        (
            "memories",
            "DELETE FROM memories WHERE EXISTS (SELECT 1 FROM tombstones AS t WHERE t.workspace = memories.workspace AND t.id = memories.id AND t.sequence "
            + ">= memories.sequence)"),
        ("tombstones", "DELETE FROM tombstones WHERE EXISTS (SELECT 1 FROM memories AS m WHERE m.workspace = tombstones.workspace AND m.id = tombstones.id)"),
        (
            "history",
            "DELETE FROM history WHERE EXISTS (SELECT 1 FROM tombstones AS t WHERE t.workspace = history.workspace AND t.id = history.memory"
                + $" AND NOT EXISTS (SELECT 1 FROM history AS h WHERE h.workspace = t.workspace AND h.memory = t.id AND h.operation = "
                + $"{(int)HistoryOperation.Deleted} AND h.sequence = t.sequence))"),
        (
            "vectors",
            "DELETE FROM vectors WHERE NOT EXISTS (SELECT 1 FROM spaces JOIN memories ON memories.key = (spaces.workspace << 36 | (vectors.key & ((1 << "
            + "36) - 1)))"
                + " WHERE spaces.number = vectors.space)"),
    ];

    private static readonly string[] Numbered = ["memories", "tombstones", "history", "change_sets"];

    private const string LastOf = "(SELECT coalesce(max(sequence), 0) FROM {0} WHERE workspace = workspaces.number)";
    private const string LastPlace = "(SELECT coalesce(max(key & ((1 << 36) - 1)), 0) FROM {0} WHERE key >= number << 36 AND key < (number + 1) << 36)";

    /// <summary>Whether the workspaces are those that their index has: only then are rows of others known to be of none.</summary>
    public bool HasWorkspaces(IEnumerable<long> numbers)
    {
        var found = new HashSet<long>();
        using var row = database.Prepare("SELECT number FROM workspaces");
        while (row.Step())
        {
            found.Add(row.Long(0));
        }

        return found.SetEquals(numbers);
    }

    /// <summary>Workspaces whose row is lost, under the name that an index still has, or one that tells what happened.</summary>
    /// <param name="names">The names that are known.</param>
    /// <param name="now">When they were made, as nobody knows better.</param>
    /// <returns>The names that were made up.</returns>
    public IReadOnlyList<string> RestoreWorkspaces(IReadOnlyDictionary<long, string> names, DateTimeOffset now)
    {
        var madeUp = new List<string>();
        foreach (var number in Lost(names.Keys))
        {
            var name = names.GetValueOrDefault(number);
            if (name is null || Number("SELECT count(*) FROM workspaces WHERE name = ?1", name) > 0)
            {
                madeUp.Add(name = MakeUp(number));
            }

            database
                .Prepare(
                    "INSERT INTO workspaces (number, name, created_at, created_offset, sequence, last_memory, last_history, memories, generation) VALUES "
                    + "(?1, ?2, ?3, 0, 0, 0, 0, 0, 0)")
                .Add(number)
                .Add(name)
                .Add(now.UtcTicks)
                .Run();
        }

        return madeUp;
    }

    /// <summary>Removes what must not stay.</summary>
    /// <returns>How many rows of which tables; only those that were lost with others, and not what was erased.</returns>
    public Dictionary<string, long> RemoveStrays()
    {
        var removed = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (_, sql) in Erased.Take(2))
        {
            database.Execute(sql);
        }

        foreach (var (table, rows) in new RowReading(database, cancellationToken).Remove())
        {
            Add(removed, table, rows);
        }

        foreach (var (table, sql) in Strays)
        {
            Add(removed, table, database.Prepare(sql).Run());
        }

        foreach (var (_, sql) in Erased.Skip(2))
        {
            database.Execute(sql);
        }

        return removed;
    }

    /// <summary>Counts anew, and lets nothing that was built elsewhere be taken for current.</summary>
    public void Settle()
    {
        database.Execute(SqliteLinkTable.FromRows);
        database.Execute("UPDATE spaces SET memories = (SELECT count(*) FROM vectors WHERE space = number)");
        string[] sequences = [.. Numbered.Select(table => LastOf.Replace("{0}", table, StringComparison.Ordinal))];
        string Place(string table) => LastPlace.Replace("{0}", table, StringComparison.Ordinal);
        database.Execute(
            $"UPDATE workspaces SET sequence = max(sequence, {string.Join(", ", sequences)}) + 1, last_memory = max(last_memory, {Place("memories")}, "
            + $"{Place("tombstones")}),"
            + $" last_history = max(last_history, {Place("history")}), memories = (SELECT count(*) FROM memories WHERE workspace = number)");
        var generation = Number("SELECT max(coalesce((SELECT max(generation) FROM numbers), 0), coalesce((SELECT max(generation) FROM workspaces), 0))");
        var dropped = Number("SELECT coalesce((SELECT max(dropped) FROM numbers), (SELECT max(sequence) FROM workspaces), 0)");
        database
            .Prepare("UPDATE workspaces SET generation = ?1 + (SELECT count(*) FROM workspaces AS w WHERE w.number <= workspaces.number)")
            .Add(generation)
            .Run();
        database.Execute("DELETE FROM numbers");
        database.Prepare("INSERT INTO numbers (generation, dropped) SELECT ?1 + count(*), ?2 FROM workspaces").Add(generation).Add(dropped).Run();
    }

    private static void Add(Dictionary<string, long> counts, string table, long rows) => counts[table] = counts.GetValueOrDefault(table) + rows;

    private List<long> Lost(IEnumerable<long> named)
    {
        var lost = new SortedSet<long>(named);
        string[] tables = ["memories", "tombstones", "history", "resources", "categories", "jobs", "change_sets", "spaces"];
        using (var row = database.Prepare(string.Join(" UNION ", tables.Select(table => $"SELECT workspace FROM {table}"))))
        {
            while (row.Step())
            {
                lost.Add(row.Long(0));
            }
        }

        using (var row = database.Prepare("SELECT number FROM workspaces"))
        {
            while (row.Step())
            {
                lost.Remove(row.Long(0));
            }
        }

        return [.. lost.Where(number => number > 0)];
    }

    private string MakeUp(long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"recovered-{number}");
        while (Number("SELECT count(*) FROM workspaces WHERE name = ?1", name) > 0)
        {
            name += "-again";
        }

        return name;
    }

    private long Number(string sql, string? text = null)
    {
        using var row = text is null ? database.Prepare(sql) : database.Prepare(sql).Add(text);
        return row.Step() ? row.Long(0) : 0;
    }
}
