using System.Globalization;

namespace Remanence.Diagnostics;

// How many files the process may have open at once: each library that is loaded is one, and each connection. Without one more the runtime ends the process.
internal static class OpenFileLimit
{
    private const string Limits = "/proc/self/limits";
    private const string Open = "/proc/self/fd";
    private const string Name = "Max open files";

    // What a server has open without any connection, some 230 of it libraries, and some to spare for the store, models and threads.
    private const long Own = 272;
    private const long Spare = 48;

    // Connections that are accepted to be closed.
    public const int Refused = 16;

    // The connection itself, and what reads the store for it: the file and its log.
    private const long PerConnection = 3;

    // How many connections there may be, so that the process never lacks a file; null: nobody tells.
    public static long? Connections() => Most() is { } most ? Connections(most, Taken()) : null;

    public static long Connections(long most, long taken) => Math.Max(1, (most - Math.Max(taken + Spare, Own) - Refused) / PerConnection);

    public static long? Most()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Most(File.ReadAllText(Limits)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Of the limits as the system tells them: a name, the soft and the hard one in each line. The runtime raises the soft one to the hard one.
    public static long? Most(string limits)
    {
        foreach (var line in limits.Split('\n'))
        {
            if (line.StartsWith(Name, StringComparison.Ordinal))
            {
                var values = line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return values.Length > 1 && long.TryParse(values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
            }
        }

        return null;
    }

    private static long Taken()
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Open).LongCount();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
