using Remanence.Memories;
using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Rows;

/// <summary>Which memories link, or linked, to which. What is kept of a memory's links stays as long as the memory or its history does.</summary>
internal static class SqliteLinks
{
    /// <summary>What belongs to memories of which nothing is left. ?1 is the workspace's number.</summary>
    public const string EraseStrays =
        "DELETE FROM links WHERE workspace = ?1 AND NOT EXISTS (SELECT 1 FROM memories WHERE memories.workspace = links.workspace AND memories.id = "
        + "links.memory)"
        + " AND NOT EXISTS (SELECT 1 FROM history WHERE history.workspace = links.workspace AND history.memory = links.memory)";

    public const string EraseOfMemory = "DELETE FROM links WHERE workspace = ?1 AND memory = ?2";
    public const string Drop = "DELETE FROM links WHERE workspace = ?1";

    private const string Insert = "INSERT OR IGNORE INTO links (workspace, target, memory) VALUES (?1, ?2, ?3)";
    public const string Find = "SELECT memory FROM links WHERE workspace = ?1 AND target = ?2";

    /// <summary>Notes what a memory links to.</summary>
    public static void Note(SqliteDatabase database, SqliteWorkspace workspace, Memory? memory)
    {
        foreach (var link in memory?.Links ?? [])
        {
            database.Prepare(Insert).Add(workspace.Number).Add(link.MemoryId).Add(memory!.Id).Run();
        }
    }

    /// <summary>The memories that link, or linked, to one of these.</summary>
    public static IReadOnlyList<string> To(SqliteDatabase database, string workspaceName, IReadOnlyList<string> targets, CancellationToken cancellationToken)
    {
        var linking = new HashSet<string>(StringComparer.Ordinal);
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            return [];
        }

        foreach (var target in targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var row = database.Prepare(Find).Add(workspace.Number).Add(target);
            while (row.Step())
            {
                linking.Add(row.Text(0));
            }
        }

        return [.. linking];
    }
}
