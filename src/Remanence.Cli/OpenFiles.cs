using System.Globalization;

namespace Remanence.Cli;

/// <summary>How many files the process may have open: each library that is loaded is one, and each connection. Uses nothing but the runtime.</summary>
internal static class OpenFiles
{
    /// <summary>As for other faults of the configuration.</summary>
    public const int ExitCode = 2;

    // The libraries of a server are some 200, and it needs some for connections and for the store.
    private const long Least = 256;
    private const string Limits = "/proc/self/limits";
    private const string Name = "Max open files";

    /// <summary>What is to be said when they are too few; null: they are enough, or nobody tells.</summary>
    public static string? Complaint()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Complaint(File.ReadAllText(Limits)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="limits">The limits as the system tells them: a name, the soft and the hard one in each line. The runtime raises the soft one to the hard
    /// one.</param>
    internal static string? Complaint(string limits)
    {
        foreach (var line in limits.Split('\n'))
        {
            if (line.StartsWith(Name, StringComparison.Ordinal))
            {
                var values = line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return values.Length > 1 && long.TryParse(values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most < Least
                    ? $"remanence: only {most} files may be open at once, and at least {Least} are needed; raise the limit, such as with: ulimit -n 1024."
                    : null;
            }
        }

        return null;
    }
}
