using Remanence.Sqlite.Rows;

namespace Remanence.Sqlite.Erasing;

/// <summary>The statements that copy and erase. ?1 is the workspace's number, ?2 to ?4 the scope's parts.</summary>
internal static class SqliteErasureSql
{
    private const string OwnedResources = $"SELECT number FROM resources WHERE workspace = ?1 AND {SqliteSql.Owns}";
    private const string MessagesOf = "key >= resources.number << 31 AND key < (resources.number + 1) << 31";

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

    private const string CopiedColumns =
        "user, agent, session, kind, status, observed_at, recorded_at, updated_at, valid_from, valid_to, event_start, event_end, event_precision, offsets,"
        + " author, role, name, superseded_by, score, keywords, categories, links, usage, sources, metadata, state, cue, content";

    // ?1 is the source's number, ?2 the target's, and ?3 the commit that makes it.
    public const string CopyMemories =
        $"INSERT INTO memories (key, workspace, id, sequence, {CopiedColumns}) SELECT (key & ((1 << 36) - 1)) | (?2 << 36), ?2, id, ?3, {CopiedColumns}"
        + " FROM memories WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36";

    public const string CopyResources =
        "INSERT INTO resources (workspace, id, user, agent, session, modality, name, media_type, recorded_at, recorded_offset, metadata, text, state)"
        + " SELECT ?2, id, user, agent, session, modality, name, media_type, recorded_at, recorded_offset, metadata, text, state"
        + " FROM resources WHERE workspace = ?1 ORDER BY number";

    public const string CopyMessages =
        "INSERT INTO messages SELECT (copies.number << 31) | (messages.key & ((1 << 31) - 1)), messages.id, role, messages.name, time, time_offset, content"
        + $" FROM resources JOIN resources AS copies ON copies.workspace = ?2 AND copies.id = resources.id JOIN messages ON {MessagesOf}"
        + " WHERE resources.workspace = ?1";

    public const string CopyCategories =
        "INSERT INTO categories (workspace, id, user, agent, session, name, recorded_at, updated_at, offsets, description, summary)"
        + " SELECT ?2, id, user, agent, session, name, recorded_at, updated_at, offsets, description, summary"
        + " FROM categories WHERE workspace = ?1 ORDER BY number";
}
