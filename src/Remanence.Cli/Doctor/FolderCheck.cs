using System.Globalization;
using Remanence.Diagnostics;

namespace Remanence.Cli.Doctor;

/// <summary>Whether the data folder can be written, and how much room it has.</summary>
internal static class FolderCheck
{
    private const long Scarce = 1L << 30;
    private const long TooLittle = 100L << 20;

    public static CheckResult Writable(string path)
    {
        const string name = "folder";
        var full = Path.GetFullPath(path);
        var existing = Existing(full);
        if (File.Exists(existing))
        {
            return CheckResult.Fail(name, $"{existing} is a file", "choose a folder with data.path=DIR");
        }

        try
        {
            var probe = Path.Combine(existing, ".remanence-doctor-" + Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
            {
                return CheckResult.Ok(name, existing == full ? $"{full} can be written" : $"{full} does not exist yet and can be made");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CheckResult.Fail(
                name,
                $"{existing} cannot be written: {e.Message}",
                "give this user the right to write there, or choose another with data.path=DIR");
        }
    }

    public static CheckResult Rights(string store) => OthersRights.Find(store) is { } found
        ? CheckResult.Warn("rights", found[..found.IndexOf(';')], found[(found.IndexOf(';') + 2)..])
        : CheckResult.Ok("rights", "nobody else on this machine may write the data");

    public static CheckResult Space(string path)
    {
        const string name = "disk";
        try
        {
            var free = new DriveInfo(Existing(Path.GetFullPath(path))).AvailableFreeSpace;
            var text = string.Create(CultureInfo.InvariantCulture, $"{free / (double)Scarce:0.0} GiB free");
            return free switch
            {
                < TooLittle => CheckResult.Fail(name, text, "free some space, or move the data with data.path=DIR"),
                < Scarce => CheckResult.Warn(name, text, "free some space before it runs out"),
                _ => CheckResult.Ok(name, text),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return CheckResult.Warn(name, $"free space is unknown: {e.Message}", "check the drive of the data folder by hand");
        }
    }

    // The folder that a new data folder would be made in.
    private static string Existing(string path)
    {
        var folder = path;
        while (!Path.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }
}
