using Remanence.Embeddings;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;

namespace Remanence.Sqlite.Vectors;

/// <summary>An embedding space's row.</summary>
internal sealed record SqliteSpace(long Number, bool IsActive, EmbeddingProgress Progress)
{
    /// <summary>Before the first key of the space's vectors; a vector's place is its memory's.</summary>
    public long FirstKey => Number << SqliteSchema.PlaceBits;

    /// <summary>After the last one.</summary>
    public long EndKey => (Number + 1) << SqliteSchema.PlaceBits;

    /// <summary>The key of a memory's vectors.</summary>
    public long KeyOf(long memoryKey) => FirstKey | (memoryKey & ((1L << SqliteSchema.PlaceBits) - 1));

    public static List<SqliteSpace> Of(SqliteDatabase database, long workspace)
    {
        var spaces = new List<SqliteSpace>();
        using var row = database.Prepare(SqliteVectorSql.FindSpaces).Add(workspace);
        while (row.Step())
        {
            spaces.Add(new SqliteSpace(row.Long(0), row.Long(1) != 0, Read(row, 2)));
        }

        return spaces;
    }

    public static SqliteSpace? Find(SqliteDatabase database, long workspace, EmbeddingSpace space) =>
        Of(database, workspace).Find(found => found.Progress.Space == space);

    /// <summary>Name, dimensions, hash and count, from a column on.</summary>
    public static EmbeddingProgress Read(SqliteStatement row, int column) =>
        new(new EmbeddingSpace(row.Text(column), (int)row.Long(column + 1), row.Text(column + 2)), row.Long(column + 3));
}
