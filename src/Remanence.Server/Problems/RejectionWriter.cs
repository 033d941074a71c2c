using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Wire;

namespace Remanence.Server.Problems;

/// <summary>
/// A connection's output, which passes everything on until a request is refused: then it sends the problem document and drops what the web server would have
/// sent instead.
/// </summary>
internal sealed class RejectionWriter(PipeWriter inner) : PipeWriter
{
    // What is written after a refusal goes here, and nowhere else.
    private ArrayBufferWriter<byte>? _dropped;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public void Reject(BadHttpRequestException error, string traceId)
    {
        if (_dropped is not null)
        {
            return;
        }

        var reason = ReasonPhrases.GetReasonPhrase(error.StatusCode);
        var problem = JsonSerializer.SerializeToUtf8Bytes(
            new ProblemDocument
            {
                Type = ProblemTypes.InvalidRequest,
                Title = "The request cannot be understood",
                Status = error.StatusCode,
                Detail =
                    $"This is not a valid HTTP request: "
                    + $"{Printable.Line(Fault(error))}"
                    + (error.Message.Contains("request target", StringComparison.OrdinalIgnoreCase) ? " (a path cannot carry a NUL, not even as %00)." : "."),
                TraceId = traceId,
            },
            WireJson.Instance.ProblemDocument);
        inner.Write(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {error.StatusCode} {reason}\r\nContent-Type: {MediaTypes.Problem}\r\nContent-Length: {problem.Length}\r\nCache-Control: "
                + $"no-store\r\nConnection: close\r\n\r\n"));
        inner.Write(problem);
        _dropped = new ArrayBufferWriter<byte>();
    }

    public override void Advance(int bytes)
    {
        if (_dropped is null)
        {
            inner.Advance(bytes);
        }
        else
        {
            _dropped.Clear();
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _dropped is null ? inner.GetMemory(sizeHint) : _dropped.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _dropped is null ? inner.GetSpan(sizeHint) : _dropped.GetSpan(sizeHint);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        _dropped is null ? inner.WriteAsync(source, cancellationToken) : inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    // The web server leaves the place for the refused text empty.
    private static string Fault(BadHttpRequestException error) => error.Message.Replace(": ''", string.Empty, StringComparison.Ordinal).TrimEnd('.');
}
