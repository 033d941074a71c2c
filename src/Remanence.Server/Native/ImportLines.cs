using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Remanence.Transfer;

namespace Remanence.Server.Native;

/// <summary>
/// The records of an import, line by line. A line that cannot be understood is told when all before it were given.
/// </summary>
internal sealed class ImportLines(PipeReader reader, long maxLine)
{
    private long _line;
    private InvalidRequestException? _fault;

    public async IAsyncEnumerable<ExportRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var records = new List<ExportRecord>();
            while (_fault is null && TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                Parse(line, records);
            }

            if (_fault is null && buffer.Length > maxLine)
            {
                _line++;
                _fault = Fault($"is longer than {maxLine} bytes; raise http.max_body_mb.");
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            foreach (var record in records)
            {
                yield return record;
            }

            if (_fault is not null)
            {
                throw _fault;
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
        _line++;
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        if (bytes.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        try
        {
            records.Add(ImportRecord.Parse(bytes, _line == 1));
        }
        catch (InvalidRequestException exception)
        {
            _fault = Fault(exception.Message, exception);
        }
    }

    private InvalidRequestException Fault(string what, Exception? cause = null) => new($"line {_line}", $"Line {_line} {what}", cause);
}
