using System.Text;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Compat.ReMe.Library;

/// <summary>Library files on this machine.</summary>
internal static class LibraryFile
{
    // The system names the path, and a caller's may be long.
    private const int MaxReason = 300;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All memories of the file; of several with one id the last.</summary>
    /// <param name="path">The file, as <see cref="LibraryPaths"/> gave it.</param>
    /// <param name="reader">Reads the objects.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">There is none, it cannot be read, or a line is not a memory.</exception>
    public static async Task<IReadOnlyList<Memory>> ReadAsync(string path, ReMeReader reader, CancellationToken cancellationToken)
    {
        var memories = new OrderedDictionary<string, Memory>(StringComparer.Ordinal);
        try
        {
            await using var file = PlainFile.OpenRead(path, FileOptions.Asynchronous | FileOptions.SequentialScan, 65_536);
            await foreach (var memory in LibraryReader.ReadAsync(file, reader, cancellationToken))
            {
                memories[memory.Id] = memory;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LibraryException($"There is no library at {Shown(path)}; nothing was loaded.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library cannot be read: {ShortText.Cut(exception.Message, MaxReason)}", exception);
        }

        return [.. memories.Values];
    }

    /// <summary>Writes the library beside its place and moves it there, so that the file is whole at every moment.</summary>
    /// <param name="path">The file, as <see cref="LibraryPaths"/> gave it; its folder is created.</param>
    /// <param name="memories">What to write.</param>
    /// <param name="writer">Writes the objects.</param>
    /// <param name="cancellationToken">Stops the writing; the file is then as it was.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="InvalidRequestException">It cannot be written.</exception>
    /// <exception cref="StoreFullException">There is no room for it.</exception>
    public static async Task<int> WriteAsync(string path, IAsyncEnumerable<Memory> memories, ReMeWriter writer, CancellationToken cancellationToken)
    {
        await CheckReplaceableAsync(path, cancellationToken);
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                var count = await WriteLinesAsync(beside, memories, writer, cancellationToken);
                File.Move(beside, path, overwrite: true);
                return count;
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }
        catch (Exception exception) when (FullDisk.Is(exception))
        {
            throw new StoreFullException("There is no room left for the library; what it held before is as it was. Make room and try again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library cannot be written: {ShortText.Cut(exception.Message, MaxReason)}", exception);
        }
    }

    // A workspace may be called like a file that is somebody's data.
    private static async Task CheckReplaceableAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            await using var file = PlainFile.OpenRead(path, FileOptions.Asynchronous, 4096);
            await using var memories = LibraryReader
                .ReadAsync(file, new ReMeReader("replaced", TimeProvider.System), cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            await memories.MoveNextAsync();
        }
        catch (Exception exception) when (exception is LibraryException or IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(
                $"{Shown(path)} is there and no library, so it is not written over; move it, or name another folder or workspace.",
                exception);
        }
    }

    private static string Shown(string path) =>
        Printable.Show(
            path.StartsWith(Environment.CurrentDirectory, StringComparison.Ordinal) ? Path.GetRelativePath(Environment.CurrentDirectory, path) : path);

    private static async Task<int> WriteLinesAsync(string path, IAsyncEnumerable<Memory> memories, ReMeWriter writer, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, FileOptions.Asynchronous);
        await using var lines = new StreamWriter(file, Encoding, 65_536, leaveOpen: true) { NewLine = "\n" };
        var count = 0;
        await foreach (var memory in memories.WithCancellation(cancellationToken))
        {
            await lines.WriteLineAsync(writer.ToLine(memory).AsMemory(), cancellationToken);
            count++;
        }

        await lines.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return count;
    }
}
