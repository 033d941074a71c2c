using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Json;
using Remanence.Stores;
using Remanence.Transfer;

namespace Remanence.Cli.Transfer;

/// <summary>An export to be imported; it is read twice, once to check it.</summary>
internal sealed class ImportFile : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly string _name;
    private readonly TemporaryFolder? _folder;

    private ImportFile(Stream stream, string name, TemporaryFolder? folder = null)
    {
        _stream = stream;
        _name = name;
        _folder = folder;
    }

    /// <summary>Opens a file; standard input is kept in a temporary one, since it can be read only once.</summary>
    public static async Task<ImportFile> OpenAsync(string path, ICommandConsole console, CancellationToken cancellationToken)
    {
        if (path != FileNames.Standard)
        {
            return new ImportFile(FileNames.OpenRead(path), path);
        }

        // In a folder that only this user can enter: these are memories.
        var folder = new TemporaryFolder();
        var spool = new FileStream(
            Path.Combine(folder.Path, "import.jsonl"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            useAsync: true);
        try
        {
            await using var input = console.OpenInput();
            await input.CopyToAsync(spool, cancellationToken);
            return new ImportFile(spool, "standard input", folder);
        }
        catch (IOException exception)
        {
            await AbandonAsync(spool, folder);
            throw new StoreFullException(
                $"Standard input cannot be kept until all of it was read ({exception.Message}); nothing was imported. Make room in {Path.GetTempPath()}, "
                + $"or name a file.",
                exception);
        }
        catch
        {
            await AbandonAsync(spool, folder);
            throw;
        }
    }

    private static async Task AbandonAsync(FileStream spool, TemporaryFolder folder)
    {
        try
        {
            await spool.DisposeAsync();
        }
        catch (IOException)
        {
            // What still waited to be written on a full disk.
        }

        folder.Dispose();
    }

    /// <summary>Reads every line and answers the header.</summary>
    /// <exception cref="UsageException">The file is not a whole export.</exception>
    public async Task<ExportHeader> CheckAsync(CancellationToken cancellationToken)
    {
        ExportHeader? header = null;
        await foreach (var record in ReadAsync(null, cancellationToken))
        {
            header ??= record.Header;
        }

        return header ?? throw new UsageException($"{_name} is empty; an export starts with a header.");
    }

    /// <summary>The records, header included.</summary>
    public async IAsyncEnumerable<ExportRecord> ReadAsync(IProgress<double>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _stream.Seek(0, SeekOrigin.Begin);
        using var reader = FileNames.TextReader(_stream, leaveOpen: true);
        long number = 0;
        while (await NextLineAsync(reader, number + 1, cancellationToken) is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            yield return Parse(line, number);
            progress?.Report(_stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _folder?.Dispose();
    }

    private async Task<string?> NextLineAsync(StreamReader reader, long number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"{_name} is not UTF-8 text (near line {number}); nothing was imported.", e);
        }
    }

    private ExportRecord Parse(string line, long number)
    {
        ExportRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(line, CliJson.Contracts.ExportRecord);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{_name} line {number} is no record of an export ({Reason(e)}); nothing was imported.", e);
        }

        object?[] members = [record?.Header, record?.Resource, record?.Message, record?.Memory, record?.Category, record?.History];
        if (members.Count(member => member is not null) != 1)
        {
            throw new UsageException($"{_name} line {number} is no record of an export; nothing was imported.");
        }

        if (line.Contains("null", StringComparison.Ordinal)
            && NullOwners.Find(Encoding.UTF8.GetBytes(line), CliJson.Contracts.Options.MaxDepth) is { } owner)
        {
            throw new UsageException(
                $"{_name} line {number} says {owner} is null: name one, or leave the member out for what all share; nothing was imported.");
        }

        CheckHeader(record!.Header, number);
        return record;
    }

    private void CheckHeader(ExportHeader? header, long number)
    {
        if (header is null != number > 1)
        {
            throw new UsageException(number > 1
                ? $"{_name} line {number} is a second header; import one export at a time."
                : $"{_name} does not start with an export's header; was it written by \"remanence export\"?");
        }

        if (header is not null && (header.Format != ExportHeader.CurrentFormat || string.IsNullOrEmpty(header.Workspace)))
        {
            throw new UsageException($"{_name} does not start with an export's header; was it written by \"remanence export\"?");
        }

        if (header is { Version: not ExportHeader.CurrentVersion })
        {
            throw new UsageException($"{_name} has format version {header.Version}; this program reads version {ExportHeader.CurrentVersion}.");
        }
    }

    private static string Reason(Exception e) => e is JsonException { Path: { Length: > 1 } path } ? "at " + path : "not JSON, or cut off";
}
