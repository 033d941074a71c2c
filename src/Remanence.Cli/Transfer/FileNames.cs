using System.Text;
using Remanence.Cli.Errors;
using Remanence.Diagnostics;

namespace Remanence.Cli.Transfer;

/// <summary>Names of files on the command line.</summary>
internal static class FileNames
{
    /// <summary>Standard input or output.</summary>
    public const string Standard = "-";

    /// <summary>
    /// Reads text that must be UTF-8, with or without its mark. Another encoding's mark is not followed: what a stream of two-byte characters
    /// holds of broken ones would be replaced without a word.
    /// </summary>
    public static StreamReader TextReader(Stream stream, bool leaveOpen) =>
        new(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false,
            bufferSize: 1 << 16,
            leaveOpen);

    /// <summary>Opens a file to read, or says in one line why not.</summary>
    public static Stream OpenRead(string path)
    {
        try
        {
            return PlainFile.OpenRead(path, FileOptions.Asynchronous, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message;
            throw new UsageException($"Cannot read {path}: {reason}", e);
        }
    }
}
