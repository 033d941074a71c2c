using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Remanence.Services;

namespace Remanence.Server.Native;

/// <summary>
/// The records of an import, line by line. At a line that cannot be understood they end, instead of failing the service in the middle of a batch:
/// so what stands before the line is stored, all of it, and the answer can say so.
/// </summary>
internal sealed class ImportLines(PipeReader reader, long maxLine)
{
    /// <summary>The line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with that line; null: nothing.</summary>
    public string? Failure { get; private set; }

    public async IAsyncEnumerable<ExportRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Failure is null)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var records = new List<ExportRecord>();
            while (Failure is null && TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                Parse(line, records);
            }

            if (Failure is null && buffer.Length > maxLine)
            {
                Line++;
                Failure = $"is longer than {maxLine} bytes; raise http.max_body_mb.";
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            foreach (var record in records)
            {
                yield return record;
            }

            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool last, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!last || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private void Parse(ReadOnlySequence<byte> line, List<ExportRecord> records)
    {
        Line++;
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        if (bytes.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        try
        {
            records.Add(ImportRecord.Parse(bytes, Line == 1));
        }
        catch (InvalidRequestException exception)
        {
            Failure = exception.Message;
        }
    }
}
