using System.Buffers;
using System.Text.Json;

namespace Remanence.Http;

/// <summary>A body read whole, of at most the size that the server takes, in a pooled buffer.</summary>
public sealed class RequestBody : IDisposable
{
    private const int InitialSize = 4096;

    /// <summary>
    /// Less than what answers may nest (64): metadata accepted here comes back inside a memory, inside a result, inside a page.
    /// </summary>
    public const int MaxDepth = 32;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>The body; not to be used after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a request's body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">What the server takes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BodyTooLargeException">It is larger.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        // The announced length is the client's word: it decides nothing but the first buffer.
        var announced = request.ContentLength ?? 0;
        return await ReadAsync(request.Body, maxBytes, (int)Math.Clamp(announced + 1, InitialSize, 1 << 20), cancellationToken);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream; not disposed.</param>
    /// <param name="maxBytes">What the server takes.</param>
    /// <param name="firstSize">The size of the first buffer.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BodyTooLargeException">It is larger.</exception>
    public static async ValueTask<RequestBody> ReadAsync(Stream stream, long maxBytes, int firstSize, CancellationToken cancellationToken)
    {
        var body = new RequestBody(firstSize);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken)) > 0)
            {
                body._length += read;
                if (body._length > maxBytes)
                {
                    // A client in the middle of sending does not hear an answer; what it still has is read and thrown away, up to Kestrel's own limit.
                    while (await stream.ReadAsync(body._buffer, cancellationToken) > 0)
                    {
                    }

                    throw new BodyTooLargeException(maxBytes);
                }

                body.Reserve();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The body as one JSON object.</summary>
    public JsonDocument ParseObject() => JsonText.ParseObject(Bytes, "body");

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            // It held what people said.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private void Reserve()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length > Array.MaxLength / 2)
        {
            throw new InvalidRequestException("body", "The body is larger than a gigabyte; split the call.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
