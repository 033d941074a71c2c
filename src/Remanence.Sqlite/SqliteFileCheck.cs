namespace Remanence.Sqlite;

/// <summary>What a store's file is like, read without changing it.</summary>
/// <param name="SchemaVersion">The version of its schema.</param>
/// <param name="NewestVersion">The version that this library writes.</param>
/// <param name="Damage">What SQLite finds wrong with it; null: nothing.</param>
public sealed record SqliteFileCheck(long SchemaVersion, long NewestVersion, string? Damage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Looks at a file; a store may be open on it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="Stores.StoreUnavailableException">It cannot be read.</exception>
    public static SqliteFileCheck Run(string path)
    {
        using var database = SqliteDatabase.Open(path, readOnly: true, Patience);
        using var statement = database.Prepare("PRAGMA quick_check(1)");
        var answer = statement.Step() ? statement.Text(0) : "no answer";
        return new SqliteFileCheck(database.Number("PRAGMA user_version"), SqliteSchema.Migrations.Count, answer == "ok" ? null : answer);
    }
}
