using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.Client;

/// <summary>A body written record by record while it is sent.</summary>
internal sealed class RecordLines : HttpContent
{
    private readonly IAsyncEnumerable<ExportRecord> _records;

    public RecordLines(IAsyncEnumerable<ExportRecord> records)
    {
        _records = records;
        Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
    }

    /// <summary>Why the records themselves ended early; the sender hides it in its own exception.</summary>
    public ExceptionDispatchInfo? SourceFailure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var records = _records.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(records))
        {
            await JsonSerializer.SerializeAsync(stream, records.Current, RemanenceJson.Default.ExportRecord, cancellationToken);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ExportRecord> records)
    {
        try
        {
            return await records.MoveNextAsync();
        }
        catch (Exception exception)
        {
            SourceFailure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }
}
