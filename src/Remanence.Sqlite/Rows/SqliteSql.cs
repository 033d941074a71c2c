namespace Remanence.Sqlite.Rows;

/// <summary>Every statement of the store. Values are parameters only; what is put together here is put together from constants.</summary>
internal static class SqliteSql
{
    // A scope's parts come last as ?2, ?3, ?4; a part that is not named does not narrow.
    public const string Sees =
        "(?2 IS NULL OR user IS NULL OR user = ?2) AND (?3 IS NULL OR agent IS NULL OR agent = ?3) AND (?4 IS NULL OR session IS NULL OR session = ?4)";

    public const string Owns = "(?2 IS NULL OR user = ?2) AND (?3 IS NULL OR agent = ?3) AND (?4 IS NULL OR session = ?4)";

    public const string FindWorkspace =
        "SELECT number, created_at, created_offset, sequence, last_memory, last_history, memories, generation FROM workspaces WHERE name = ?1";

    public const string FindFreshness = "SELECT generation, sequence FROM workspaces WHERE name = ?1";

    public const string NextGeneration = "UPDATE numbers SET generation = generation + 1";
    public const string LastGeneration = "SELECT generation FROM numbers";

    public const string ListWorkspaces = "SELECT name, created_at, created_offset, sequence, memories FROM workspaces ORDER BY name";

    public const string InsertWorkspace =
        "INSERT INTO workspaces (number, name, created_at, created_offset, last_memory, last_history, memories, generation, sequence)"
        + " SELECT coalesce((SELECT max(number) FROM workspaces), 0) + 1, ?1, ?2, ?3, 0, 0, 0, generation, dropped FROM numbers";

    public const string UpdateWorkspace =
        "UPDATE workspaces SET sequence = ?2, last_memory = ?3, last_history = ?4, memories = ?5, generation = ?6 WHERE number = ?1";

    public const string FindChangeSet = "SELECT fingerprint, sequence FROM change_sets WHERE workspace = ?1 AND id = ?2";
    public const string InsertChangeSet = "INSERT INTO change_sets (workspace, id, fingerprint, sequence) VALUES (?1, ?2, ?3, ?4)";
    public const string InsertChangeSetScope = "INSERT INTO change_set_scopes (workspace, sequence, user, agent, session) VALUES (?1, ?2, ?3, ?4, ?5)";

    public const string MemoryColumns =
        "id, user, agent, session, kind, status, observed_at, recorded_at, updated_at, valid_from, valid_to, event_start, event_end, event_precision, offsets,"
        + " author, role, name, superseded_by, score, keywords, categories, links, usage, sources, metadata, state, cue, content, key, sequence";

    public const string FindMemory = $"SELECT {MemoryColumns} FROM memories WHERE workspace = ?1 AND id = ?2";
    public const string HasMemory = "SELECT 1 FROM memories WHERE workspace = ?1 AND id = ?2";

    public const string InsertMemory =
        $"INSERT INTO memories ({MemoryColumns}, workspace) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
        + " ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32) ON CONFLICT (workspace, id) DO NOTHING";

    public const string UpdateMemory =
        "UPDATE memories SET kind = ?5, status = ?6, observed_at = ?7, recorded_at = ?8, updated_at = ?9, valid_from = ?10, valid_to = ?11, event_start = ?12,"
        + " event_end = ?13, event_precision = ?14, offsets = ?15, author = ?16, role = ?17, name = ?18, superseded_by = ?19, score = ?20, keywords = ?21,"
        + " categories = ?22, links = ?23, usage = ?24, sources = ?25, metadata = ?26, state = ?27, cue = ?28, content = ?29, sequence = ?31"
        + " WHERE key = ?30 AND workspace = ?32 AND id = ?1 AND user IS ?2 AND agent IS ?3 AND session IS ?4";

    public const string DeleteMemory = "DELETE FROM memories WHERE key = ?1";

    // Followed by a filter's condition, whose parameters are numbered from 7.
    public const string QueryMemories = $"SELECT {MemoryColumns} FROM memories WHERE key > ?1 AND key < ?5 AND {Sees} AND (";
    public const string QueryMemoryIds = $"SELECT id FROM memories WHERE key > ?1 AND key < ?5 AND {Sees} AND (";
    public const string QueryMemoriesEnd = ") ORDER BY key LIMIT ?6";

    public const string AllMemories = $"SELECT {MemoryColumns} FROM memories WHERE key > ?1 AND key < ?2 ORDER BY key";
    public const string ChangedMemories = $"SELECT {MemoryColumns} FROM memories WHERE workspace = ?1 AND sequence > ?2 ORDER BY key";

    public const string FindMemoryByKey = $"SELECT {MemoryColumns} FROM memories WHERE key = ?1";

    // Of the index alone, whatever the table is like.
    public const string ChangedKeys = "SELECT key FROM memories INDEXED BY memories_by_sequence WHERE workspace = ?1 AND sequence > ?2 AND key > ?3";

    // Nothing but whose and what.
    public const string ChangedScopes = "SELECT user, agent, session, kind FROM memories WHERE workspace = ?1 AND sequence > ?2";

    public const string DeletedStates =
        "SELECT before FROM history JOIN tombstones ON history.workspace = tombstones.workspace AND history.memory = tombstones.id"
        + " WHERE tombstones.workspace = ?1 AND tombstones.sequence > ?2 AND history.before IS NOT NULL";

    public const string ChangedTombstones = "SELECT id, sequence, key FROM tombstones WHERE workspace = ?1 AND sequence > ?2 ORDER BY key";
    // In the order of the commits, from a place on.
    public const string MemoriesInOrder =
        $"SELECT {MemoryColumns} FROM memories WHERE workspace = ?1 AND (sequence, key) > (?2, ?3) ORDER BY sequence, key LIMIT ?4";
    public const string TombstonesInOrder =
        "SELECT id, sequence, key FROM tombstones WHERE workspace = ?1 AND (sequence, key) > (?2, ?3) ORDER BY sequence, key LIMIT ?4";

    public const string InsertTombstone = "INSERT OR REPLACE INTO tombstones (key, workspace, id, sequence) VALUES (?1, ?2, ?3, ?4)";
    public const string DeleteTombstone = "DELETE FROM tombstones WHERE workspace = ?1 AND id = ?2";

    public const string HistoryColumns = "key, memory, sequence, at, at_offset, operation, actor, reason, has_after, before, after";

    public const string InsertHistory =
        $"INSERT INTO history ({HistoryColumns}, workspace, user, agent, session) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

    public const string HasHistory = "SELECT 1 FROM history WHERE workspace = ?1 AND memory = ?2";
    public const string HistoryOfMemory = $"SELECT {HistoryColumns} FROM history WHERE workspace = ?1 AND memory = ?2 ORDER BY key";
    public const string HistoryOfWorkspace = $"SELECT {HistoryColumns} FROM history WHERE key > ?1 AND key < ?2 ORDER BY key";
    public const string NextBefore = "SELECT before FROM history WHERE workspace = ?1 AND memory = ?2 AND key > ?3 ORDER BY key LIMIT 1";
    public const string LastHistory = "SELECT key, has_after FROM history WHERE workspace = ?1 AND memory = ?2 ORDER BY key DESC LIMIT 1";
    public const string SetHistoryAfter = "UPDATE history SET has_after = 1, after = ?2 WHERE key = ?1";

    public const string ResourceColumns =
        "id, user, agent, session, modality, name, media_type, recorded_at, recorded_offset, metadata, text, state, number";

    public const string PutResource =
        "INSERT INTO resources (id, user, agent, session, modality, name, media_type, recorded_at, recorded_offset, metadata, text, state, workspace)"
        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (workspace, id) DO UPDATE SET user = ?2, agent = ?3, session = ?4,"
        + " modality = ?5, name = ?6, media_type = ?7, recorded_at = ?8, recorded_offset = ?9, metadata = ?10, text = ?11, state = ?12";

    public const string FindResource = $"SELECT {ResourceColumns} FROM resources WHERE workspace = ?1 AND id = ?2";
    public const string FindResourceNumber = "SELECT number FROM resources WHERE workspace = ?1 AND id = ?2";
    public const string FindVisibleResource = $"SELECT number FROM resources WHERE workspace = ?1 AND id = ?5 AND {Sees}";

    public const string QueryResources =
        $"SELECT {ResourceColumns} FROM resources WHERE workspace = ?1 AND number > ?5 AND {Sees} ORDER BY number LIMIT ?6";

    public const string InsertMessage =
        "INSERT INTO messages (key, id, role, name, time, time_offset, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (key) DO NOTHING";

    public const string QueryMessages =
        "SELECT key, id, role, name, time, time_offset, content FROM messages WHERE key > ?1 AND key < ?2 ORDER BY key LIMIT ?3";

    public const string FindMessages =
        "SELECT key, id, role, name, time, time_offset, content FROM messages WHERE id = ?3 AND key >= ?1 AND key < ?2 ORDER BY key";

    public const string CategoryColumns = "id, user, agent, session, name, recorded_at, updated_at, offsets, description, summary, number";

    public const string PutCategory =
        "INSERT INTO categories (id, user, agent, session, name, recorded_at, updated_at, offsets, description, summary, workspace)"
        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (workspace, id) DO UPDATE SET user = ?2, agent = ?3, session = ?4,"
        + " name = ?5, recorded_at = ?6, updated_at = ?7, offsets = ?8, description = ?9, summary = ?10";

    public const string FindCategory = $"SELECT {CategoryColumns} FROM categories WHERE workspace = ?1 AND id = ?2";

    public const string QueryCategories =
        $"SELECT {CategoryColumns} FROM categories WHERE workspace = ?1 AND number > ?5 AND {Sees} ORDER BY number LIMIT ?6";

    public const string DeleteCategory = "DELETE FROM categories WHERE workspace = ?1 AND id = ?2";

    public const string JobColumns =
        "id, user, agent, session, kind, state, attempts, priority, progress, due_at, recorded_at, updated_at, lease_until, offsets, lease_owner, error, "
        + "payload, failures";

    // The workspace's name comes along, because a job is found without one.
    private const string SelectJobs =
        "SELECT jobs.id, user, agent, session, kind, state, attempts, priority, progress, due_at, recorded_at, updated_at, lease_until, offsets, lease_owner,"
        + " error, payload, failures, jobs.number, workspaces.name FROM jobs JOIN workspaces ON workspaces.number = jobs.workspace";

    private const string SetJob =
        "UPDATE SET user = ?2, agent = ?3, session = ?4, kind = ?5, state = ?6, attempts = ?7, priority = ?8, progress = ?9, due_at = ?10,"
        + " recorded_at = ?11, updated_at = ?12, lease_until = ?13, offsets = ?14, lease_owner = ?15, error = ?16, payload = ?17, failures = ?18";

    public const string PutJob =
        $"INSERT INTO jobs ({JobColumns}, workspace) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
        + $" ON CONFLICT (id) DO {SetJob} WHERE workspace = ?19";

    public const string FindJob = $"{SelectJobs} WHERE jobs.id = ?1";

    // Followed by a list of states, numbered from 7.
    public const string QueryJobs = $"{SelectJobs} WHERE jobs.workspace = ?1 AND jobs.number > ?5 AND {Sees} AND (";
    public const string QueryJobsEnd = ") ORDER BY jobs.number LIMIT ?6";

    // Followed by a list of kinds, numbered from 2, and the end.
    public const string NextJob = $"""
        {SelectJobs} WHERE state IN (0, 1, 2)
        AND CASE state WHEN 1 THEN coalesce(lease_until <= ?1, 1) ELSE due_at <= ?1 END
        AND NOT EXISTS (SELECT 1 FROM jobs AS busy WHERE busy.state = 1 AND busy.workspace = jobs.workspace
            AND busy.user IS jobs.user AND busy.agent IS jobs.agent AND busy.session IS jobs.session AND busy.lease_until > ?1)
        """;

    public const string NextJobEnd = " ORDER BY priority DESC, recorded_at, jobs.number LIMIT 1";

    public const string WaitingJobs = $"""
        {SelectJobs} WHERE state IN (0, 1, 2) AND jobs.workspace = ?1 AND user IS ?2 AND agent IS ?3 AND session IS ?4 AND kind = ?5
        AND (state <> 1 OR coalesce(lease_until <= ?6, 1))
        ORDER BY recorded_at, jobs.number LIMIT ?7
        """;

    public const string CountJobs = "SELECT kind, state, count(*) FROM jobs GROUP BY kind, state ORDER BY kind, state";
    public const string PruneJobs = "DELETE FROM jobs WHERE state IN (3, 5) AND updated_at < ?1";
}
