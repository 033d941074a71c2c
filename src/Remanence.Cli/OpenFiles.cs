using Remanence.Diagnostics;

namespace Remanence.Cli;

/// <summary>Whether the process may have enough files open. Uses nothing but the runtime.</summary>
internal static class OpenFiles
{
    /// <summary>As for other faults of the configuration.</summary>
    public const int ExitCode = 2;

    // The libraries of a server are some 230, and it needs some for connections and for the store.
    private const long Least = 320;

    /// <summary>What is to be said when they are too few; null: they are enough, or nobody tells.</summary>
    public static string? Complaint() => Complaint(OpenFileLimit.Most());

    internal static string? Complaint(long? most) => most < Least
        ? $"remanence: only {most} files may be open at once, and at least {Least} are needed; raise the limit, such as with: ulimit -n 1024."
        : null;
}
