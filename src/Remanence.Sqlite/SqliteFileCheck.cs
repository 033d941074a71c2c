using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>What a store's file is like, read without changing it.</summary>
/// <param name="SchemaVersion">The version of its schema; 0 where that cannot be read.</param>
/// <param name="NewestVersion">The version that this library writes.</param>
/// <param name="Damage">What SQLite finds wrong with it, or what it lacks of its version's tables and indexes; null: nothing.</param>
public sealed record SqliteFileCheck(long SchemaVersion, long NewestVersion, string? Damage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Looks at a file; a store may be open on it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public static SqliteFileCheck Run(string path) => Run(path, CancellationToken.None);

    /// <summary>Whether a store may be made: none is there, and nothing beside the path says that one was.</summary>
    /// <param name="path">The file.</param>
    public static bool IsNew(string path) => !IsThere(path) && !SqliteLock.KnowsStore(path) && !File.Exists(path + "-wal");

    internal static bool IsThere(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    internal static SqliteFileCheck Run(string path, CancellationToken cancellationToken)
    {
        using var database = SqliteDatabase.Open(path, readOnly: true, Patience);
        database.Observe(cancellationToken);
        try
        {
            var damage = SqliteExamination.Find(database, whole: true) ?? SchemaCheck.Find(database);
            return new SqliteFileCheck(database.Number("PRAGMA user_version"), SqliteSchema.Migrations.Count, damage);
        }
        catch (StoreDamagedException damage)
        {
            return new SqliteFileCheck(0, SqliteSchema.Migrations.Count, damage.InnerException?.Message ?? damage.Message);
        }
    }
}
