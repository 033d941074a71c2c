using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Values;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Sqlite.Queries;

/// <summary>Whether what a change set was planned from is still as it was read, asked inside the transaction that applies it.</summary>
internal static class SqliteReads
{
    /// <exception cref="StaleReadException">It is not.</exception>
    public static void Require(SqliteDatabase database, SqliteWorkspace workspace, ChangeSet changes)
    {
        foreach (var read in changes.Reads)
        {
            if ((read.At is { } at && at.Generation != workspace.Generation) || HasChanged(database, workspace, changes.Workspace, read))
            {
                throw StaleReadException.For(changes.Id);
            }
        }
    }

    private static bool HasChanged(SqliteDatabase database, SqliteWorkspace workspace, string name, ReadMark read)
    {
        var known = read.At?.Sequence ?? 0;
        using (var changed = database.Prepare(SqliteSql.ChangedScopes).Add(workspace.Number).Add(known))
        {
            while (changed.Step())
            {
                if (read.Covers(new Scope(name, changed.NullableText(0), changed.NullableText(1), changed.NullableText(2)), changed.Text(3)))
                {
                    return true;
                }
            }
        }

        // What was deleted says only in its history whose it was; what was erased has none, and the workspace another generation.
        using var gone = database.Prepare(SqliteSql.DeletedStates).Add(workspace.Number).Add(known);
        while (gone.Step())
        {
            if (SqliteJson.ReadMemory(gone, 0) is { } memory && read.Covers(memory.Scope, memory.Kind))
            {
                return true;
            }
        }

        return false;
    }
}
