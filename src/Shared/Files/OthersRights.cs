namespace Remanence.Diagnostics;

// Whether others than the owner and his group may change or read what a store keeps. What exists keeps the rights that somebody gave it, so that it can only be
// said. What the group may do is left out: systems that run containers give it rights on purpose.
internal static class OthersRights
{
    // In words; null: they may not, or nobody tells.
    public static string? Find(string store)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(store))!;
            if (Directory.Exists(folder) && File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherWrite))
            {
                return $"everybody on this machine may write into {folder}, and so put another store in the place of this one; type chmod o-rwx {folder}";
            }

            return Array.Find([store, store + "-wal"], IsOpen) is { } open ? $"everybody on this machine may read {open}; type chmod o-rwx {open}" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && File.Exists(file)
        && (File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None;
}
