using Remanence.Embeddings;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Rows;

namespace Remanence.Sqlite.Repair;

/// <summary>Reads every row as the store does: what SQLite finds sound may still hold what was never written.</summary>
internal sealed class RowReading(SqliteDatabase database, CancellationToken cancellationToken)
{
    public bool HasUnreadable() => Readers().Any(reader => Unreadable(reader).Any());

    /// <summary>Removes what cannot be read.</summary>
    /// <returns>How many rows of each table.</returns>
    public IEnumerable<(string Table, long Rows)> Remove()
    {
        foreach (var reader in Readers())
        {
            var rows = Unreadable(reader).ToList();
            yield return (reader.Table, rows.Sum(row => (long)database.Prepare($"DELETE FROM {reader.Table} WHERE {reader.Key} = ?1").Add(row).Run()));
        }
    }

    // The columns stand in the order of who reads such rows otherwise.
    private static IEnumerable<RowReader> Readers()
    {
        var memories = new SqliteMapper("w");
        return
        [
            new("memories", "key", $"SELECT {SqliteSql.MemoryColumns} FROM memories", row => memories.Read(row), SqliteMapper.KeyColumn),
            new("history", "key", $"SELECT {SqliteSql.HistoryColumns} FROM history", row => SqliteHistory.Read(row), 0),
            new("resources", "number", $"SELECT {SqliteSql.ResourceColumns} FROM resources", row => SqliteItems.ReadResource(row, "w"), 12),
            new("messages", "key", "SELECT key, id, role, name, time, time_offset, content FROM messages", row => SqliteItems.ReadMessage(row, "r"), 0),
            new("categories", "number", $"SELECT {SqliteSql.CategoryColumns}, number FROM categories", row => SqliteItems.ReadCategory(row, "w"), 10),
            new("jobs", "number", $"SELECT {SqliteSql.JobColumns}, number, 'w' FROM jobs", row => SqliteJobs.Read(row), SqliteJobs.NumberColumn),
            new(
                "vectors",
                "key",
                "SELECT key, data, dimensions FROM vectors JOIN spaces ON spaces.number = space",
                row => VectorBlob.Read(row.Bytes(1), (int)row.Long(2)),
                0),
        ];
    }

    private IEnumerable<long> Unreadable(RowReader reader)
    {
        using var row = database.Prepare(reader.Sql);
        while (row.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsReadable(reader, row))
            {
                yield return row.Long(reader.NumberColumn);
            }
        }
    }

    private static bool IsReadable(RowReader reader, SqliteStatement row)
    {
        try
        {
            reader.Read(row);
            return true;
        }
        catch (Exception exception) when (exception is not (RemanenceException or OutOfMemoryException))
        {
            // Whatever a row leads to that was never written so.
            return false;
        }
    }

    private sealed record RowReader(string Table, string Key, string Sql, Action<SqliteStatement> Read, int NumberColumn);
}
