namespace Remanence.Cli.Transfer;

/// <summary>Names of files on the command line.</summary>
internal static class FileNames
{
    /// <summary>Standard input or output.</summary>
    public const string Standard = "-";

    /// <summary>Opens a file to read, or says in one line why not.</summary>
    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message;
            throw new UsageException($"Cannot read {path}: {reason}", e);
        }
    }
}
