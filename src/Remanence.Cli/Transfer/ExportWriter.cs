using System.Text.Json;
using Remanence.Cli.Output;
using Remanence.Transfer;

namespace Remanence.Cli.Transfer;

/// <summary>Writes exports, a record a line.</summary>
internal static class ExportWriter
{
    private const byte NewLine = (byte)'\n';

    /// <summary>Writes a file that appears under its name when it is complete: an export that was cut off is not mistaken for a backup.</summary>
    public static async Task<ExportCounts> WriteFileAsync(IAsyncEnumerable<ExportRecord> records, string path, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        try
        {
            ExportCounts counts;
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, useAsync: true))
            {
                counts = await WriteAsync(records, stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
            return counts;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new IOException($"Cannot write {path}: {Reason(e, path, partial)}.", e);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    public static async Task<ExportCounts> WriteAsync(IAsyncEnumerable<ExportRecord> records, Stream stream, CancellationToken cancellationToken)
    {
        long lines = 0;
        long memories = 0;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(stream, record, CliJson.Contracts.ExportRecord, cancellationToken);
            stream.WriteByte(NewLine);
            lines++;
            memories += record.Memory is null ? 0 : 1;
        }

        await stream.FlushAsync(cancellationToken);
        return new ExportCounts(Math.Max(0, lines - 1), memories);
    }

    private static string Reason(Exception failure, string path, string partial) =>
        Directory.Exists(path) ? "it is a folder; name a file in it"
        : failure is DirectoryNotFoundException ? "there is no such folder"
        : failure is UnauthorizedAccessException ? "this user may not write there"
        : failure.Message.Replace(partial, path, StringComparison.Ordinal).TrimEnd('.');

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here says more than that its remains could not be cleared away.
        }
    }
}
