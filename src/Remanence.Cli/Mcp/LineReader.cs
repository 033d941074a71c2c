using System.Buffers;
using System.IO.Pipelines;

namespace Remanence.Cli.Mcp;

/// <summary>Reads lines of bytes; one that is too long is passed over, and told as such.</summary>
internal sealed class LineReader(Stream input, long maxBytes)
{
    private readonly PipeReader _reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
    private bool _tooLong;

    /// <summary>The next line; null at the end.</summary>
    public async Task<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        long scanned = 0;
        while (true)
        {
            // A read of standard input blocks until something comes, whatever the token says.
            var result = await Task.Run(() => _reader.ReadAsync(cancellationToken).AsTask(), cancellationToken).WaitAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.Slice(scanned).PositionOf((byte)'\n') is { } end)
            {
                var line = Take(buffer.Slice(0, end));
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (result.IsCompleted)
            {
                var rest = Take(buffer);
                _reader.AdvanceTo(buffer.End);
                return rest is { IsTooLong: false, Bytes.IsEmpty: true } ? null : rest;
            }

            _tooLong |= buffer.Length > maxBytes;
            scanned = _tooLong ? 0 : buffer.Length;
            _reader.AdvanceTo(_tooLong ? buffer.End : buffer.Start, buffer.End);
        }
    }

    private Line Take(ReadOnlySequence<byte> bytes)
    {
        var tooLong = _tooLong || bytes.Length > maxBytes;
        _tooLong = false;
        return new Line(tooLong ? ReadOnlyMemory<byte>.Empty : bytes.ToArray(), tooLong);
    }
}
