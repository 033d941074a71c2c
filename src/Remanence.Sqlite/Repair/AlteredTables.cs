using Remanence.Sqlite.Database;
using Remanence.Stores;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// Tables to which another program added columns, or took some away. Their rows have another shape than their version gives them, so that they are brought out
/// by the columns' names.
/// </summary>
internal sealed class AlteredTables
{
    private readonly string _path;
    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.Ordinal);

    private AlteredTables(string path) => _path = path;

    public bool Has(string? table) => table is not null && _columns.ContainsKey(table);

    /// <summary>Those of a damaged file; none where it does not say.</summary>
    public static AlteredTables Of(string path, IReadOnlyList<TableShape> shapes)
    {
        var altered = new AlteredTables(path);
        try
        {
            using var database = SqliteDatabase.Open(path, readOnly: true, TimeSpan.Zero);
            foreach (var shape in shapes)
            {
                var columns = TableShape.ColumnNames(database, shape.Name);
                if (columns.Count > 0 && columns.Count != shape.ColumnCount)
                {
                    altered._columns.Add(shape.Name, columns);
                }
            }
        }
        catch (StoreUnavailableException)
        {
        }

        return altered;
    }

    /// <summary>Writes what can be read of them into the new file.</summary>
    /// <returns>How many rows of which table were not brought out; null: nothing of it can be read.</returns>
    public IReadOnlyList<(string Table, long? Lost)> Copy(SqliteDatabase draft)
    {
        if (_columns.Count == 0)
        {
            return [];
        }

        // The damaged file stays as it is, its log too.
        draft.KeepLogOnClose(true);
        draft.Prepare("ATTACH DATABASE ?1 AS damaged").Add(_path).Run();
        var lost = _columns.Keys.Select(table => (table, Copy(draft, table))).ToList();
        draft.Run("DETACH DATABASE damaged");
        return lost;
    }

    private long? Copy(SqliteDatabase draft, string table)
    {
        var common = string.Join(", ", _columns[table].Intersect(TableShape.ColumnNames(draft, table), StringComparer.Ordinal));
        try
        {
            var all = draft.Number($"SELECT count(*) FROM damaged.{table}");

            // A row that has nothing where something must stand is passed over.
            return all - draft.Prepare($"INSERT OR IGNORE INTO main.{table} ({common}) SELECT {common} FROM damaged.{table}").Run();
        }
        catch (StoreDamagedException)
        {
            return null;
        }
    }
}
