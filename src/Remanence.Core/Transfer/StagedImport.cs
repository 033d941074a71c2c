using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Remanence.Stores;
using Remanence.Wire;

namespace Remanence.Transfer;

/// <summary>
/// The records of an import until all of them were read and found good: the first in memory, the others in a file that only its owner may read and that goes
/// with this.
/// </summary>
internal sealed class StagedImport(int inMemory) : IAsyncDisposable
{
    private const long MaxBytes = 16L << 30;

    private readonly List<ExportRecord> _first = [];
    private FileStream? _file;

    /// <summary>Adds a record.</summary>
    /// <exception cref="StoreFullException">There is no room to keep it.</exception>
    public async Task AddAsync(ExportRecord record, int line, CancellationToken cancellationToken)
    {
        if (_first.Count < inMemory)
        {
            _first.Add(record);
            return;
        }

        try
        {
            _file ??= Open();
            await JsonSerializer.SerializeAsync(_file, record, RemanenceJson.Default.ExportRecord, cancellationToken);
            _file.WriteByte((byte)'\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotKeep(exception);
        }

        if (_file.Length > MaxBytes)
        {
            throw new InvalidRequestException(
                $"line {line}",
                $"The import is longer than {MaxBytes >> 30} GiB at line {line}; send it in parts, each with the header. Nothing was imported.");
        }
    }

    /// <summary>Ends the adding; before anything is stored, as the last of it may be what finds no room.</summary>
    /// <exception cref="StoreFullException">There is no room to keep it.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (_file?.FlushAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (IOException exception)
        {
            throw CannotKeep(exception);
        }
    }

    /// <summary>All records in their order.</summary>
    public async IAsyncEnumerable<ExportRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in _first)
        {
            yield return record;
        }

        if (_file is null)
        {
            yield break;
        }

        _file.Position = 0;
        using var lines = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize(line, RemanenceJson.Default.ExportRecord)!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_file?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (IOException)
        {
            // What still waited to be written on a full disk; the file goes, and who added it was told.
        }
    }

    private static StoreFullException CannotKeep(Exception exception) =>
        new(
            $"The import cannot be kept in {Path.GetTempPath()} until all of it was read ({exception.Message.ReplaceLineEndings(" ")}); nothing was "
            + $"imported. Make room there and send it again.",
            exception);

    // Where a file may be removed while it is open it has no name from the start, so that not even a killed process leaves it.
    private static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), $"remanence-import-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose | FileOptions.Asynchronous : FileOptions.Asynchronous,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
