using System.Net;

namespace Remanence.Models.Endpoints;

/// <summary>The body of an answer, read under guard.</summary>
internal sealed class EndpointContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly BodyGuard _guard;

    public EndpointContent(HttpContent content, BodyGuard guard)
    {
        _content = content;
        _guard = guard;
        foreach (var (name, values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new GuardedStream(await _content.ReadAsStreamAsync(cancellationToken), _guard);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var body = await CreateContentReadStreamAsync(cancellationToken);
        await body.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _guard.Dispose();
        }

        base.Dispose(disposing);
    }
}
