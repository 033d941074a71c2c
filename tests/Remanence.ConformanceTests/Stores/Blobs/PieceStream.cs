namespace Remanence.ConformanceTests.Stores.Blobs;

/// <summary>Zeros, as many as wanted, that cannot be sought in; tells how it was read, and can do something half way.</summary>
internal sealed class PieceStream(int length) : Stream
{
    private int _given;

    public int LargestPiece { get; private set; }

    public bool IsDisposed { get; private set; }

    public Action? AtHalf { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        LargestPiece = Math.Max(LargestPiece, buffer.Length);
        var piece = Math.Min(buffer.Length, length - _given);
        if (_given < length / 2 && _given + piece >= length / 2)
        {
            AtHalf?.Invoke();
        }

        buffer[..piece].Clear();
        _given += piece;
        return piece;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Read(buffer.Span);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(read);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
