using Remanence.Diagnostics;

namespace Remanence.Sqlite.Files;

/// <summary>
/// Puts another file in a store's place and keeps the one that was there, with its log. A log would be taken for the new file's, so it goes first, under a name
/// of its own; whether the draft is still there then tells the next to open the store how far somebody came who was stopped. For who holds the lock.
/// </summary>
internal static class SqliteReplacement
{
    private const string Kept = ".damaged-";
    private const string Log = "-wal";
    private const string LogOnItsWay = "-wal.moved";

    /// <summary>Where a new file is made, until it is whole.</summary>
    public static string Draft(string path) => path + ".new";

    /// <summary>Makes an empty file for a new store, whatever was left there.</summary>
    public static void BeginDraft(string path)
    {
        RemoveDraft(path);
        PrivateFiles.Open(Draft(path), FileMode.CreateNew).Dispose();
    }

    public static void RemoveDraft(string path)
    {
        File.Delete(Draft(path));
        File.Delete(Draft(path) + "-journal");
    }

    /// <summary>Puts the draft in the store's place.</summary>
    /// <param name="path">The store.</param>
    /// <param name="now">For the name of what is kept.</param>
    /// <returns>Where the old file is kept; its log is beside it.</returns>
    public static string Place(string path, DateTimeOffset now)
    {
        var kept = KeptName(path, now);
        if (File.Exists(path + Log))
        {
            File.Move(path + Log, path + LogOnItsWay);
        }

        // Only ever a cache of the log.
        File.Delete(path + "-shm");
        File.Replace(Draft(path), path, kept);
        KeepLog(path, kept);
        return kept;
    }

    /// <summary>Undoes, or ends, what somebody who was stopped had begun.</summary>
    public static void Resume(string path)
    {
        if (!File.Exists(path + LogOnItsWay))
        {
            return;
        }

        if (File.Exists(Draft(path)))
        {
            File.Move(path + LogOnItsWay, path + Log, overwrite: true);
        }
        else if (Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + Kept + "*").Max(StringComparer.Ordinal) is { } kept)
        {
            KeepLog(path, kept);
        }
    }

    private static void KeepLog(string path, string kept)
    {
        if (File.Exists(path + LogOnItsWay))
        {
            File.Move(path + LogOnItsWay, kept + Log, overwrite: true);
        }
    }

    private static string KeptName(string path, DateTimeOffset now)
    {
        var name = path + Kept + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        for (var (kept, next) = (name, 2); ; kept = $"{name}-{next++}")
        {
            if (!File.Exists(kept) && !File.Exists(kept + Log))
            {
                return kept;
            }
        }
    }
}
