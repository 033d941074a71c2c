using System.Text.Json;
using Remanence.Json;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Values;
using SQLitePCL;

namespace Remanence.Sqlite.Schema;

/// <summary>
/// Functions for the migration that takes what Remanence keeps out of the metadata; SQL's own would write numbers and escapes in their own way. What has
/// nothing to be taken out stays byte for byte; a part that cannot be understood is left behind, so that a file can be opened whatever a caller put there.
/// </summary>
internal static class SqliteEarlierState
{
    private delegate byte[]? Conversion(ReadOnlySpan<byte> json);

    /// <summary>The functions, on a connection.</summary>
    public static void Register(SqliteDatabase database)
    {
        Add(database, "state_of_memory", json => EarlierState.OfMemory(SqliteJson.ReadRaw(json)) is { } state ? SqliteJson.Write(state) : null);
        Add(database, "state_of_resource", json => EarlierState.OfResource(SqliteJson.ReadRaw(json)) is { } state ? SqliteJson.Write(state) : null);
        Add(database, "metadata_without_state", json => EarlierState.Without(SqliteJson.ReadRaw(json)) is { } metadata ? SqliteJson.WriteRaw(metadata) : null);
        Add(database, "memory_with_state", Image);
    }

    // A memory as a history keeps it.
    private static byte[]? Image(ReadOnlySpan<byte> json)
    {
        var memory = SqliteJson.ReadMemory(json);
        return EarlierState.IsIn(memory.Metadata)
            ? SqliteJson.WriteMemory(memory with { State = EarlierState.OfMemory(memory.Metadata), Metadata = EarlierState.Without(memory.Metadata) })
            : json.ToArray();
    }

    private static void Add(SqliteDatabase database, string name, Conversion convert) => database.AddFunction(name, (context, _, arguments) =>
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        try
        {
            if (convert(raw.sqlite3_value_blob(arguments[0])) is { } text)
            {
                raw.sqlite3_result_text(context, text.AsSpan());
            }
            else
            {
                raw.sqlite3_result_null(context);
            }
        }
        catch (JsonException)
        {
            // No exception may cross SQLite. What was stored was JSON; this is a damaged file.
            raw.sqlite3_result_error(context, "a column of JSON holds none");
        }
    });
}
