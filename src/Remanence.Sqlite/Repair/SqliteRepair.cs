using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// Brings out of a damaged file all that can be read, into a new one that takes its place. Rows are found on the pages themselves, whatever of the way to them
/// is lost. What was erased is not brought back.
/// </summary>
public static class SqliteRepair
{
    /// <summary>Repairs a store. A file that is sound is not touched, and the damaged one is kept beside the new.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="dryRun">Whether to only tell what would come of it. It takes as long, and room for a new file until it is done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <exception cref="StoreUnavailableException">Another process holds it, it is another program's or a newer version's, or nothing of a store can be read in
    /// it.</exception>
    /// <exception cref="StoreFullException">There is no room for the new file; nothing is changed.</exception>
    public static SqliteRepairReport Run(string path, bool dryRun, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(time);
        path = Path.GetFullPath(path);
        if (!File.Exists(path))
        {
            throw new StoreUnavailableException($"There is no store {path}; name its folder with data.path=DIR.");
        }

        using var taken = SqliteLock.Take(path);
        SqliteReplacement.Resume(path);
        using var sides = new SideFiles(path);
        SqliteRepairReport report;
        using (var file = DamagedFile.Open(path))
        {
            RequireOurs(path, file);
            if (Examine(path, file, cancellationToken) is not { } damage)
            {
                SqliteReplacement.RemoveDraft(path);
                return new SqliteRepairReport { Path = path, Outcome = SqliteRepairOutcome.Sound };
            }

            try
            {
                report = new Salvage(path, file, time, cancellationToken).Run(damage);
            }
            catch
            {
                SqliteReplacement.RemoveDraft(path);
                throw;
            }
        }

        if (dryRun)
        {
            SqliteReplacement.RemoveDraft(path);
            return report;
        }

        return report with { KeptAs = SqliteReplacement.Place(path, time.GetUtcNow()) };
    }

    private static void RequireOurs(string path, DamagedFile file)
    {
        if (file.HasHeader && file.ApplicationId != SqliteSchema.ApplicationId && SchemaEvidence.LeastVersion(file) == 0 && file.HasSchema)
        {
            throw new StoreUnavailableException($"{path} is a SQLite file of another program; name another path.");
        }

        if (file.HasHeader && file.Version > SqliteSchema.Migrations.Count)
        {
            throw new StoreUnavailableException(
                $"{path} was written by a newer Remanence (schema {file.Version}, this one knows {SqliteSchema.Migrations.Count}); update this program.");
        }
    }

    private static string? Examine(string path, DamagedFile file, CancellationToken cancellationToken)
    {
        if (!file.HasHeader || file.ApplicationId != SqliteSchema.ApplicationId || file.Version < 1)
        {
            return "its first page is not that of a store";
        }

        if (SqliteFileCheck.Run(path, cancellationToken).Damage is { } damage)
        {
            return damage;
        }

        if (file.IsLogDamaged)
        {
            return "its log is damaged";
        }

        // Rows of a file of before are read by who brings it forward.
        using var database = SqliteDatabase.Open(path, readOnly: true, TimeSpan.Zero);
        return !SqliteSchema.IsOld(database) && new RowReading(database, cancellationToken).HasUnreadable() ? "a row holds what was never written" : null;
    }

    // SQLite makes its side files where it reads only, too; a file that is sound shall lie there as it did.
    private sealed class SideFiles(string path) : IDisposable
    {
        private readonly string[] _new = [.. new[] { path + "-shm", path + "-wal" }.Where(file => !File.Exists(file))];

        public void Dispose()
        {
            foreach (var file in _new.Where(file => File.Exists(file) && (file.EndsWith("-shm", StringComparison.Ordinal) || new FileInfo(file).Length == 0)))
            {
                File.Delete(file);
            }
        }
    }
}
