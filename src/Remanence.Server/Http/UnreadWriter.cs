using System.IO.Pipelines;

namespace Remanence.Server.Http;

/// <summary>A connection's output, which gives up when what was flushed is not taken in time.</summary>
internal sealed class UnreadWriter(PipeWriter inner, TimeSpan patience, TimeProvider time, Action giveUp) : PipeWriter, IDisposable
{
    // Who takes at least so much is slow, but reads: it counts where much was written at once.
    private const int BytesPerSecond = 32 * 1024;

    private ITimer? _timer;
    private long _written;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override void Advance(int bytes)
    {
        _written += bytes;
        inner.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        _written += source.Length;
        return Watch(inner.WriteAsync(source, cancellationToken));
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Watch(inner.FlushAsync(cancellationToken));

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    public void Dispose() => _timer?.Dispose();

    private ValueTask<FlushResult> Watch(ValueTask<FlushResult> flush)
    {
        if (!flush.IsCompleted)
        {
            return WaitAsync(flush);
        }

        _written = 0;
        return flush;
    }

    private async ValueTask<FlushResult> WaitAsync(ValueTask<FlushResult> flush)
    {
        _timer ??= time.CreateTimer(_ => giveUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(patience + TimeSpan.FromSeconds((double)_written / BytesPerSecond), Timeout.InfiniteTimeSpan);
        try
        {
            return await flush;
        }
        finally
        {
            _written = 0;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
