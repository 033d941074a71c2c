using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Remanence.Evaluation;

/// <summary>
/// A file of rows that grows while work goes on, and is read when the work is taken up again. A last line that was cut off is dropped: its row was not
/// finished. Appending is safe from several threads.
/// </summary>
internal sealed class JsonLinesFile<T> : IAsyncDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly FileStream _stream;
    private readonly JsonTypeInfo<T> _type;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<T> _rows;

    private JsonLinesFile(FileStream stream, JsonTypeInfo<T> type, List<T> rows)
    {
        _stream = stream;
        _type = type;
        _rows = rows;
    }

    /// <summary>The rows, those that were there first. Not to be read while rows are appended.</summary>
    public IReadOnlyList<T> Rows => _rows;

    /// <summary>Opens a file, or makes it.</summary>
    /// <exception cref="EvaluationDataException">A line of it is no row.</exception>
    public static async Task<JsonLinesFile<T>> OpenAsync(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
        try
        {
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, cancellationToken);
            var whole = content.AsSpan().LastIndexOf(NewLine) + 1;
            var rows = Read(content.AsMemory(0, whole), path, type);
            stream.SetLength(whole);
            stream.Position = whole;
            return new JsonLinesFile<T>(stream, type, rows);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a row and hands it to the system.</summary>
    public async Task AppendAsync(T row, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // A row that is begun is finished: the run that it tells of took long enough.
            await WriteAsync(_stream, row);
            await _stream.FlushAsync(CancellationToken.None);
            _rows.Add(row);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Puts the rows in an order that does not depend on who was ready first, and closes the file.</summary>
    public async Task FinishAsync(Comparison<T> order)
    {
        List<T> sorted = [.. _rows.Order(Comparer<T>.Create(order))];
        if (sorted.SequenceEqual(_rows))
        {
            return;
        }

        // Whoever is cut off here finds the old file or the new one, whole.
        var path = _stream.Name;
        var partial = path + ".partial";
        await using (var target = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, useAsync: true))
        {
            foreach (var row in sorted)
            {
                await WriteAsync(target, row);
            }
        }

        await _stream.DisposeAsync();
        File.Move(partial, path, overwrite: true);
        _rows.Clear();
        _rows.AddRange(sorted);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _one.Dispose();
    }

    private async Task WriteAsync(FileStream stream, T row)
    {
        await JsonSerializer.SerializeAsync(stream, row, _type, CancellationToken.None);
        stream.WriteByte(NewLine);
    }

    private static List<T> Read(ReadOnlyMemory<byte> content, string path, JsonTypeInfo<T> type)
    {
        var rows = new List<T>();
        for (var number = 1; content.Length > 0; number++)
        {
            var end = content.Span.IndexOf(NewLine);
            var line = content[..end];
            content = content[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                rows.Add(JsonSerializer.Deserialize(line.Span, type) ?? throw new JsonException("the line is null."));
            }
            catch (JsonException fault)
            {
                throw new EvaluationDataException($"{path}, line {number} is not a row of such a file: {fault.Message}", fault);
            }
        }

        return rows;
    }
}
