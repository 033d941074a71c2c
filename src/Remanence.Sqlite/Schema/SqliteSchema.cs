using System.Buffers.Binary;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Stores;

namespace Remanence.Sqlite.Schema;

/// <summary>The tables, and how a file comes to have them.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as ours: "Rema".</summary>
    public const int ApplicationId = 0x52656d61;

    /// <summary>A row's key is its workspace's number above and its place in the workspace below, so that a workspace lies together in the file.</summary>
    public const int PlaceBits = 36;

    /// <summary>A message's key is its resource's number above and its position below.</summary>
    public const int PositionBits = 31;

    /// <summary>What leads from each version to the next; the first script makes version 1 out of nothing. Never edit one that was released.</summary>
    public static IReadOnlyList<string> Migrations { get; } = [Version1, Version2, Version3, Version4, Version5, Version6, Version7];

    private const string Version1 = """
        CREATE TABLE workspaces (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, created_offset INTEGER NOT NULL,
            sequence INTEGER NOT NULL, last_memory INTEGER NOT NULL, last_history INTEGER NOT NULL, memories INTEGER NOT NULL);

        CREATE TABLE memories (
            key INTEGER PRIMARY KEY, workspace INTEGER NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL,
            user TEXT, agent TEXT, session TEXT, kind TEXT NOT NULL, status INTEGER NOT NULL,
            observed_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER,
            event_start INTEGER, event_end INTEGER, event_precision INTEGER, offsets BLOB,
            author TEXT NOT NULL, role TEXT, name TEXT, superseded_by TEXT, score REAL,
            keywords TEXT, categories TEXT, links TEXT, usage TEXT, sources TEXT, metadata TEXT, cue TEXT, content TEXT NOT NULL);
        CREATE UNIQUE INDEX memories_by_id ON memories (workspace, id);
        CREATE INDEX memories_by_sequence ON memories (workspace, sequence);

        CREATE TABLE tombstones (key INTEGER PRIMARY KEY, workspace INTEGER NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL);
        CREATE UNIQUE INDEX tombstones_by_id ON tombstones (workspace, id);
        CREATE INDEX tombstones_by_sequence ON tombstones (workspace, sequence);

        CREATE TABLE history (
            key INTEGER PRIMARY KEY, workspace INTEGER NOT NULL, memory TEXT NOT NULL, sequence INTEGER NOT NULL,
            at INTEGER NOT NULL, at_offset INTEGER NOT NULL, operation INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT,
            user TEXT, agent TEXT, session TEXT, has_after INTEGER NOT NULL, before TEXT, after TEXT);
        CREATE INDEX history_by_memory ON history (workspace, memory);

        CREATE TABLE resources (
            number INTEGER PRIMARY KEY AUTOINCREMENT, workspace INTEGER NOT NULL, id TEXT NOT NULL, user TEXT, agent TEXT, session TEXT,
            modality TEXT NOT NULL, name TEXT, media_type TEXT, recorded_at INTEGER NOT NULL, recorded_offset INTEGER NOT NULL, metadata TEXT, text TEXT);
        CREATE UNIQUE INDEX resources_by_id ON resources (workspace, id);
        CREATE INDEX resources_by_workspace ON resources (workspace);

        CREATE TABLE messages (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL, role TEXT NOT NULL, name TEXT, time INTEGER, time_offset INTEGER, content TEXT NOT NULL);

        CREATE TABLE categories (
            number INTEGER PRIMARY KEY AUTOINCREMENT, workspace INTEGER NOT NULL, id TEXT NOT NULL, user TEXT, agent TEXT, session TEXT,
            name TEXT NOT NULL, recorded_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, offsets BLOB, description TEXT, summary TEXT);
        CREATE UNIQUE INDEX categories_by_id ON categories (workspace, id);
        CREATE INDEX categories_by_workspace ON categories (workspace);

        CREATE TABLE jobs (
            number INTEGER PRIMARY KEY AUTOINCREMENT, workspace INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, user TEXT, agent TEXT, session TEXT,
            kind TEXT NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL, priority INTEGER NOT NULL, progress REAL NOT NULL,
            due_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, lease_until INTEGER, offsets BLOB,
            lease_owner TEXT, error TEXT, payload TEXT);
        CREATE INDEX jobs_by_workspace ON jobs (workspace);
        CREATE INDEX jobs_waiting ON jobs (priority DESC, recorded_at) WHERE state IN (0, 1, 2);
        CREATE INDEX jobs_running ON jobs (workspace) WHERE state = 1;

        CREATE TABLE change_sets (
            workspace INTEGER NOT NULL, id TEXT NOT NULL, fingerprint TEXT, sequence INTEGER NOT NULL, PRIMARY KEY (workspace, id)) WITHOUT ROWID;
        CREATE TABLE change_set_scopes (workspace INTEGER NOT NULL, sequence INTEGER NOT NULL, user TEXT, agent TEXT, session TEXT);
        CREATE INDEX change_set_scopes_by_sequence ON change_set_scopes (workspace, sequence);
        CREATE INDEX change_sets_by_sequence ON change_sets (workspace, sequence);

        CREATE TABLE unfinished (work TEXT PRIMARY KEY) WITHOUT ROWID;
        """;

    // A vector's key is its space's number above and its memory's place below: a space lies together, in the order of its memories.
    private const string Version2 = """
        ALTER TABLE jobs ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE spaces (
            number INTEGER PRIMARY KEY AUTOINCREMENT, workspace INTEGER NOT NULL, active INTEGER NOT NULL,
            name TEXT NOT NULL, dimensions INTEGER NOT NULL, hash TEXT NOT NULL, memories INTEGER NOT NULL);
        CREATE UNIQUE INDEX spaces_by_workspace ON spaces (workspace, active);

        CREATE TABLE vectors (key INTEGER PRIMARY KEY, space INTEGER NOT NULL, sequence INTEGER NOT NULL, data BLOB NOT NULL);
        CREATE INDEX vectors_by_sequence ON vectors (space, sequence);
        """;

    // The last generation that was given, and the highest commit number of a workspace that was dropped, of which nothing else remains.
    private const string Version3 = """
        CREATE TABLE numbers (generation INTEGER NOT NULL, dropped INTEGER NOT NULL);
        INSERT INTO numbers SELECT coalesce(max(number), 0), 0 FROM workspaces;
        ALTER TABLE workspaces ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
        UPDATE workspaces SET generation = number;

        CREATE INDEX jobs_open ON jobs (workspace, kind) WHERE state IN (0, 1, 2);
        """;

    // Workspaces stand by name, since one may be charged that holds nothing; '' is nobody. A cost is in billionths, a day counts from the year 1.
    private const string Version4 = """
        CREATE TABLE usage (
            workspace TEXT NOT NULL, day INTEGER NOT NULL, calls INTEGER NOT NULL, failures INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
            estimated INTEGER NOT NULL, cost INTEGER NOT NULL, PRIMARY KEY (workspace, day)) WITHOUT ROWID;
        CREATE TABLE job_usage (
            workspace TEXT NOT NULL, job TEXT NOT NULL, day INTEGER NOT NULL, calls INTEGER NOT NULL, failures INTEGER NOT NULL, input INTEGER NOT NULL,
            output INTEGER NOT NULL, estimated INTEGER NOT NULL, cost INTEGER NOT NULL, PRIMARY KEY (workspace, job)) WITHOUT ROWID;
        """;

    // An escape may spell a member's name otherwise, so that such a row is looked at too. The functions are SqliteEarlierState's.
    private const string Version5 = """
        ALTER TABLE memories ADD COLUMN state TEXT;
        ALTER TABLE resources ADD COLUMN state TEXT;

        UPDATE memories SET state = state_of_memory(metadata), metadata = metadata_without_state(metadata)
            WHERE instr(metadata, '_remanence') OR instr(metadata, '\u00');
        UPDATE resources SET state = state_of_resource(metadata), metadata = metadata_without_state(metadata)
            WHERE instr(metadata, '_remanence') OR instr(metadata, '\u00');
        UPDATE history SET before = memory_with_state(before) WHERE instr(before, '_remanence') OR instr(before, '\u00');
        UPDATE history SET after = memory_with_state(after) WHERE instr(after, '_remanence') OR instr(after, '\u00');
        """;

    // Pages of files of before may hold stray copies of rows.
    private const string Version6 = """
        DELETE FROM unfinished;
        INSERT INTO unfinished (work) VALUES ('sweep');
        """;

    // What is asked for with each erasure has an index, so that it does not grow with the workspace.
    private const string Version7 = $"""
        CREATE TABLE links (workspace INTEGER NOT NULL, target TEXT NOT NULL, memory TEXT NOT NULL, PRIMARY KEY (workspace, target, memory)) WITHOUT ROWID;
        CREATE INDEX links_by_memory ON links (workspace, memory);
        CREATE INDEX messages_by_id ON messages (id);
        {SqliteLinkTable.FromRows}
        """;

    /// <summary>Makes the file when there is none, and otherwise refuses, from its first bytes alone, what this version must not touch.</summary>
    public static void Prepare(string path, IReadOnlyList<string> migrations)
    {
        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException($"{path} is a folder; name a file in it.");
        }

        SqliteReplacement.Resume(path);
        var file = new FileInfo(path);
        if (file is { Exists: true, Length: > 0 })
        {
            CheckHeader(path, migrations.Count);
            return;
        }

        if (File.Exists(path + "-wal"))
        {
            throw new StoreUnavailableException($"{path} is missing while its log {path}-wal is there; put the file back, or remove the log to start anew.");
        }

        Create(path, migrations);
    }

    /// <summary>Whether a file is of an earlier version than this program writes.</summary>
    public static bool IsOld(SqliteDatabase database) => database.Number("PRAGMA user_version") < Migrations.Count;

    /// <summary>Brings an opened file to the newest version, in one transaction.</summary>
    public static void Migrate(SqliteDatabase database, string path, IReadOnlyList<string> migrations)
    {
        var version = (int)database.Number("PRAGMA user_version");
        CheckVersion(path, version, migrations.Count);
        if (version == migrations.Count)
        {
            return;
        }

        SqliteEarlierState.Register(database);
        database.BeginImmediate();
        try
        {
            for (var next = version; next < migrations.Count; next++)
            {
                database.Execute(migrations[next]);
            }

            database.Execute($"PRAGMA user_version = {migrations.Count}");
            database.Commit();
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    // A file appears under its name only when it is whole, so that a crash leaves no half of one to explain.
    private static void Create(string path, IReadOnlyList<string> migrations)
    {
        var draft = SqliteReplacement.Draft(path);
        SqliteReplacement.BeginDraft(path);
        using (var database = SqliteDatabase.Open(draft, readOnly: false, TimeSpan.Zero))
        {
            database.Execute($"PRAGMA application_id = {ApplicationId}");
            database.Execute("PRAGMA synchronous = FULL");
            Migrate(database, path, migrations);
            database.Execute("DELETE FROM unfinished");
        }

        File.Move(draft, path, overwrite: true);
    }

    private static void CheckHeader(string path, int newest)
    {
        Span<byte> header = stackalloc byte[100];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith("SQLite format 3\0"u8))
            {
                throw new StoreUnavailableException(
                    $"{path} is not a Remanence store (not a SQLite file); name another path. If it was one: {SqliteDamage.Remedy(path)}");
            }
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[68..]) != ApplicationId)
        {
            throw new StoreUnavailableException($"{path} is a SQLite file of another program; name another path.");
        }

        CheckVersion(path, BinaryPrimitives.ReadInt32BigEndian(header[60..]), newest);
    }

    private static void CheckVersion(string path, int version, int newest)
    {
        if (version > newest)
        {
            throw new StoreUnavailableException(
                $"{path} was written by a newer Remanence (schema {version}, this one knows {newest}); update this program.");
        }
    }
}
