using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;

namespace Remanence.Sqlite.Rows;

/// <summary>A workspace's row, read at the start of a change and written back at its end.</summary>
internal sealed class SqliteWorkspace
{
    private SqliteWorkspace(SqliteStatement row)
    {
        Number = row.Long(0);
        Sequence = row.Long(3);
        LastMemory = row.Long(4);
        LastHistory = row.Long(5);
        Memories = row.Long(6);
        Generation = row.Long(7);
    }

    public long Number { get; }

    public long Sequence { get; set; }

    public long Generation { get; private set; }

    public long LastMemory { get; set; }

    public long LastHistory { get; set; }

    public long Memories { get; set; }

    /// <summary>Before the first key of the workspace's memories and history.</summary>
    public long FirstKey => Number << SqliteSchema.PlaceBits;

    /// <summary>After the last one.</summary>
    public long EndKey => (Number + 1) << SqliteSchema.PlaceBits;

    public static SqliteWorkspace? Find(SqliteDatabase database, string name)
    {
        using var row = database.Prepare(SqliteSql.FindWorkspace).Add(name);
        return row.Step() ? new SqliteWorkspace(row) : null;
    }

    public static SqliteWorkspace FindOrCreate(SqliteDatabase database, string name, DateTimeOffset at)
    {
        if (Find(database, name) is { } found)
        {
            return found;
        }

        database.Run(SqliteSql.NextGeneration);
        database.Prepare(SqliteSql.InsertWorkspace).Add(name).Add(at.UtcTicks).Add(at.TotalOffsetMinutes).Run();
        return Find(database, name)!;
    }

    public long NextMemoryKey() => FirstKey + ++LastMemory;

    public long NextHistoryKey() => FirstKey + ++LastHistory;

    /// <summary>What was built of the workspace elsewhere is to be thrown away.</summary>
    public void BeginGeneration(SqliteDatabase database)
    {
        database.Run(SqliteSql.NextGeneration);
        Generation = database.Number(SqliteSql.LastGeneration);
    }

    public void Save(SqliteDatabase database) => database.Prepare(SqliteSql.UpdateWorkspace)
        .Add(Number).Add(Sequence).Add(LastMemory).Add(LastHistory).Add(Memories).Add(Generation).Run();
}
