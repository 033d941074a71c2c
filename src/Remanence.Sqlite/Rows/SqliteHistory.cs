using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Values;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.Sqlite.Rows;

/// <summary>
/// The history. An entry keeps the state before it only: the state after it is the one before the next, or the present one. What was imported
/// keeps both, because nothing else could tell.
/// </summary>
internal sealed class SqliteHistory(SqliteDatabase database, string workspaceName, SqliteWorkspace workspace)
{
    /// <summary>Appends what this store itself changes.</summary>
    public void Append(ChangeSet changes, HistoryOperation operation, Memory memory, Memory? before)
    {
        var row = database.Prepare(SqliteSql.InsertHistory)
            .Add(workspace.NextHistoryKey()).Add(memory.Id).Add(workspace.Sequence)
            .Add(changes.At.UtcTicks).Add(changes.At.TotalOffsetMinutes).Add((long)operation).Add(changes.Actor).Add(changes.Reason)
            .Add(operation == HistoryOperation.Deleted ? 1 : 0).AddText(before is null ? null : SqliteJson.WriteMemory(before)).AddNull();
        AddScope(row, memory.Scope).Run();
    }

    /// <summary>Appends what another store changed.</summary>
    public void Import(HistoryEntry entry)
    {
        Settle(entry.MemoryId);
        var row = database.Prepare(SqliteSql.InsertHistory)
            .Add(workspace.NextHistoryKey()).Add(entry.MemoryId).Add(workspace.Sequence)
            .Add(entry.At.UtcTicks).Add(entry.At.TotalOffsetMinutes).Add((long)entry.Operation).Add(entry.Actor).Add(entry.Reason)
            .Add(1).AddText(entry.Before is null ? null : SqliteJson.WriteMemory(entry.Before))
            .AddText(entry.After is null ? null : SqliteJson.WriteMemory(entry.After));
        AddScope(row, (entry.After ?? entry.Before)?.Scope).Run();
        SqliteLinks.Note(database, workspace, entry.Before);
        SqliteLinks.Note(database, workspace, entry.After);
    }

    public bool Has(string memoryId)
    {
        using var row = database.Prepare(SqliteSql.HasHistory).Add(workspace.Number).Add(memoryId);
        return row.Step();
    }

    public List<HistoryEntry> Of(string memoryId)
    {
        var entries = new List<(HistoryEntry Entry, bool HasAfter)>();
        using (var row = database.Prepare(SqliteSql.HistoryOfMemory).Add(workspace.Number).Add(memoryId))
        {
            while (row.Step())
            {
                entries.Add(Read(row));
            }
        }

        var result = new List<HistoryEntry>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, hasAfter) = entries[i];
            result.Add(hasAfter ? entry
                : entry with { After = i + 1 < entries.Count ? entries[i + 1].Entry.Before : Current(memoryId) });
        }

        return result;
    }

    public IEnumerable<HistoryEntry> All()
    {
        using var row = database.Prepare(SqliteSql.HistoryOfWorkspace).Add(workspace.FirstKey).Add(workspace.EndKey);
        while (row.Step())
        {
            var (entry, hasAfter) = Read(row);
            yield return hasAfter ? entry : entry with { After = After(entry.MemoryId, row.Long(0)) };
        }
    }

    private static SqliteStatement AddScope(SqliteStatement row, long number, Scope? scope) =>
        row.Add(number).Add(scope?.User).Add(scope?.Agent).Add(scope?.Session);

    /// <summary>An entry, and whether it keeps the state after it.</summary>
    public static (HistoryEntry Entry, bool HasAfter) Read(SqliteStatement row) => (new HistoryEntry
    {
        MemoryId = row.Text(1),
        Sequence = row.Long(2),
        At = SqliteTimes.Read(row.Long(3), row.Long(4)),
        Operation = (HistoryOperation)row.Long(5),
        Actor = row.Text(6),
        Reason = row.NullableText(7),
        Before = SqliteJson.ReadMemory(row, 9),
        After = SqliteJson.ReadMemory(row, 10),
    }, row.Long(8) != 0);

    private SqliteStatement AddScope(SqliteStatement row, Scope? scope) => AddScope(row, workspace.Number, scope);

    // The entry before an imported one can no longer borrow its state from its successor.
    private void Settle(string memoryId)
    {
        long key;
        using (var row = database.Prepare(SqliteSql.LastHistory).Add(workspace.Number).Add(memoryId))
        {
            if (!row.Step() || row.Long(1) != 0)
            {
                return;
            }

            key = row.Long(0);
        }

        var current = Current(memoryId);
        database.Prepare(SqliteSql.SetHistoryAfter).Add(key).AddText(current is null ? null : SqliteJson.WriteMemory(current)).Run();
    }

    private Memory? After(string memoryId, long key)
    {
        using (var next = database.Prepare(SqliteSql.NextBefore).Add(workspace.Number).Add(memoryId).Add(key))
        {
            if (next.Step())
            {
                return SqliteJson.ReadMemory(next, 0);
            }
        }

        return Current(memoryId);
    }

    private Memory? Current(string memoryId)
    {
        using var row = database.Prepare(SqliteSql.FindMemory).Add(workspace.Number).Add(memoryId);
        return row.Step() ? new SqliteMapper(workspaceName).Read(row) : null;
    }
}
