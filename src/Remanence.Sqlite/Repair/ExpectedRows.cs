using Remanence.Sqlite.Database;
using Remanence.Stores;

namespace Remanence.Sqlite.Repair;

/// <summary>How many rows a damaged file should hold, as the indexes tell that can still be read.</summary>
internal sealed class ExpectedRows(string path, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How many rows a table had; null: nothing tells.</summary>
    public long? Of(string table)
    {
        try
        {
            using var database = SqliteDatabase.Open(path, readOnly: true, Patience);
            database.Observe(cancellationToken);
            return Indexes(database, table).Select(index => Count(database, table, index)).FirstOrDefault(count => count is not null);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private static List<string> Indexes(SqliteDatabase database, string table)
    {
        var indexes = new List<string>();
        using var row = database.Prepare($"SELECT name FROM pragma_index_list('{table}') WHERE NOT partial AND origin <> 'pk'");
        while (row.Step())
        {
            indexes.Add(row.Text(0));
        }

        return indexes;
    }

    private static long? Count(SqliteDatabase database, string table, string index)
    {
        try
        {
            return database.Number($"SELECT count(*) FROM {table} INDEXED BY {index}");
        }
        catch (Exception exception) when (exception is StoreUnavailableException or InvalidOperationException)
        {
            return null;
        }
    }
}
