using System.Text;
using Remanence.Diagnostics;
using Remanence.Services.Rules;

namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// The folders in which libraries may lie, or below them; of the current directory only itself. A caller names a folder; whatever it resolves to, <c>..</c> and
/// symbolic links included, must lie in one of them. Thread-safe.
/// </summary>
/// <param name="folders">The folders; relative ones count from the current directory. They need not exist.</param>
internal sealed class LibraryPaths(IReadOnlyList<string> folders)
{
    private const string Extension = ".jsonl";

    // What file systems take, less what a temporary name adds.
    private const int MaxNameBytes = 230;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string[] _folders = [.. folders.Select(Path.GetFullPath)];

    /// <summary>The file of a workspace's library.</summary>
    /// <param name="path">The folder that the caller names.</param>
    /// <param name="workspace">The workspace.</param>
    /// <exception cref="InvalidRequestException">It is none of the allowed folders, or the workspace has no legal name.</exception>
    public string Resolve(string? path, string workspace)
    {
        RequestRules.CheckWorkspace(workspace);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new LibraryException($"path is missing: name the folder of the library, one of {Allowed()}.");
        }

        if (workspace.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()) || Encoding.UTF8.GetByteCount(workspace) > MaxNameBytes)
        {
            throw new InvalidRequestException(
                "workspace_id",
                $"The workspace {Printable.Show(workspace)} cannot name a file here; copy it to one with a shorter or plainer name first.");
        }

        try
        {
            var named = Path.Combine(Path.GetFullPath(path), workspace + Extension);
            var file = RealPath.Of(named);
            return Array.Exists(_folders, folder => Lies(file, RealPath.Of(folder))) ? file
                : throw (Array.Exists(_folders, folder => Lies(named, folder)) ? LedOut(path) : Refused(path));
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException or UnauthorizedAccessException)
        {
            throw Refused(path, exception);
        }
    }

    // Of the current directory only what lies in it itself: below it may be anything.
    private static bool Lies(string file, string folder) => folder == RealPath.Of(Environment.CurrentDirectory)
        ? string.Equals(Path.GetDirectoryName(file), folder, Comparison)
        : file.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Comparison);

    // Where to is not said: it is nothing to who calls.
    private static LibraryException LedOut(string path) =>
        new($"path {Printable.Show(path)} lies in a folder for libraries, but a symbolic link leads out of it; name a folder, and a file, that is none.");

    private LibraryException Refused(string path, Exception? exception = null) =>
        new($"path {Printable.Show(path)} does not lie in a folder for libraries; use one of {Allowed()}, or add it to library.paths.", exception);

    private string Allowed() => string.Join(", ", _folders.Select(Printable.Show));
}
