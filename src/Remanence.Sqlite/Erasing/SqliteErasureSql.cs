using Remanence.Sqlite.Rows;

namespace Remanence.Sqlite.Erasing;

/// <summary>The statements that erase. ?1 is the workspace's number, ?2 to ?4 the scope's parts.</summary>
internal static class SqliteErasureSql
{
    private const string OwnedResources = $"SELECT number FROM resources WHERE workspace = ?1 AND {SqliteSql.Owns}";

    public const string BuryMemories =
        "INSERT OR REPLACE INTO tombstones (key, workspace, id, sequence)"
        + $" SELECT key, workspace, id, ?5 FROM memories WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36 AND {SqliteSql.Owns}";

    // The history of an owned memory goes even where an import left an entry without a state to tell whose it is.
    public const string EraseHistory =
        $"DELETE FROM history WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36 AND ({SqliteSql.Owns}"
        + " OR memory IN (SELECT id FROM tombstones WHERE workspace = ?1 AND sequence = ?5))";

    public const string EraseMemories = $"DELETE FROM memories WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36 AND {SqliteSql.Owns}";

    public const string FindOwnedResources = OwnedResources;
    public const string EraseMessages = "DELETE FROM messages WHERE key >= ?1 << 31 AND key < (?1 + 1) << 31";
    public const string EraseMessage = "DELETE FROM messages WHERE key >= ?1 << 31 AND key < (?1 + 1) << 31 AND id = ?2";
    public const string EraseResources = $"DELETE FROM resources WHERE workspace = ?1 AND {SqliteSql.Owns}";
    public const string EraseCategories = $"DELETE FROM categories WHERE workspace = ?1 AND {SqliteSql.Owns}";
    public const string EraseJobs = $"DELETE FROM jobs WHERE workspace = ?1 AND {SqliteSql.Owns}";

    public const string ForgetChangeSets =
        "DELETE FROM change_sets WHERE workspace = ?1 AND sequence IN"
        + $" (SELECT sequence FROM change_set_scopes WHERE workspace = ?1 AND {SqliteSql.Owns})";

    public const string ForgetChangeSetScopes = $"DELETE FROM change_set_scopes WHERE workspace = ?1 AND {SqliteSql.Owns}";

    public const string EraseHistoryOfMemory = "DELETE FROM history WHERE workspace = ?1 AND memory = ?2";

    public const string DropHistory = "DELETE FROM history WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36";
    public const string DropMemories = "DELETE FROM memories WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36";
    public const string DropTombstones = "DELETE FROM tombstones WHERE workspace = ?1";
    public const string DropChangeSets = "DELETE FROM change_sets WHERE workspace = ?1";
    public const string DropChangeSetScopes = "DELETE FROM change_set_scopes WHERE workspace = ?1";
    public const string NoteDropped = "UPDATE numbers SET dropped = max(dropped, (SELECT sequence FROM workspaces WHERE number = ?1))";
    public const string DropWorkspace = "DELETE FROM workspaces WHERE number = ?1";
}
