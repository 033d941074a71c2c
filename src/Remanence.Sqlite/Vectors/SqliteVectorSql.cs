using Remanence.Sqlite.Rows;

namespace Remanence.Sqlite.Vectors;

/// <summary>The statements about embedding spaces and vectors.</summary>
internal static class SqliteVectorSql
{
    private const string PlaceMask = "((1 << 36) - 1)";

    public const string FindSpaces = "SELECT number, active, name, dimensions, hash, memories FROM spaces WHERE workspace = ?1";

    public const string ListSpaces =
        "SELECT workspaces.name, active, spaces.name, dimensions, hash, spaces.memories FROM spaces JOIN workspaces ON workspaces.number = spaces.workspace";

    public const string InsertSpace = "INSERT INTO spaces (workspace, active, name, dimensions, hash, memories) VALUES (?1, 0, ?2, ?3, ?4, 0)";
    public const string ActivateSpace = "UPDATE spaces SET active = 1 WHERE number = ?1";
    public const string CountVectors = "UPDATE spaces SET memories = memories + ?2 WHERE number = ?1";
    public const string DropSpace = "DELETE FROM spaces WHERE number = ?1";
    public const string DropVectors = "DELETE FROM vectors WHERE key >= ?1 AND key < ?2";

    public const string FindMemoryVersion = "SELECT key, sequence FROM memories WHERE workspace = ?1 AND id = ?2";
    public const string HasVectors = "SELECT 1 FROM vectors WHERE key = ?1";
    public const string PutVectors = "INSERT OR REPLACE INTO vectors (key, space, sequence, data) VALUES (?1, ?2, ?3, ?4)";
    public const string DeleteVectors = "DELETE FROM vectors WHERE key = ?1";
    public const string FindVectors = "SELECT sequence, data FROM vectors WHERE key = ?1";

    // ?1 is the first key of the workspace's memories, ?2 and ?3 bound the keys of the space's vectors.
    public const string AllVectors =
        $"SELECT memories.id, vectors.sequence, data FROM vectors JOIN memories ON memories.key = (?1 | (vectors.key & {PlaceMask}))"
        + " WHERE vectors.key > ?2 AND vectors.key < ?3 ORDER BY vectors.key";

    public const string ChangedVectors =
        $"SELECT memories.id, vectors.sequence, data FROM vectors JOIN memories ON memories.key = (?1 | (vectors.key & {PlaceMask}))"
        + " WHERE vectors.space = ?2 AND vectors.sequence > ?3 ORDER BY vectors.key";

    // ?3 is the first key of the space's vectors.
    public const string Unembedded =
        $"SELECT {SqliteSql.MemoryColumns} FROM memories WHERE key > ?1 AND key < ?2"
        + $" AND NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.key = (?3 | (memories.key & {PlaceMask}))) ORDER BY key LIMIT ?4";

    // ?1 is the workspace's number, ?2 to ?4 the scope's parts, ?5 a space's number.
    public const string EraseVectors =
        $"DELETE FROM vectors WHERE key IN (SELECT (?5 << 36) | (key & {PlaceMask}) FROM memories WHERE key >= ?1 << 36 AND key < (?1 + 1) << 36 AND "
        + $"{SqliteSql.Owns})";

}
