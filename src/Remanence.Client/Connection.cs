using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Client;

/// <summary>Sends requests: reads are tried again when the connection fails, problems become exceptions.</summary>
internal sealed class Connection(HttpClient client, Uri root, TimeProvider time)
{
    // One dropped connection is common, a third in a row is an outage.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)];

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public WireUri At(string path) => new(root, path);

    public WireUri Workspace(string workspace) => At("/v1/workspaces").Segment("workspace", workspace);

    public static HttpContent Body<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>Asks something that changes nothing, so that it may be asked again.</summary>
    public Task<T> ReadAsync<T>(HttpMethod method, WireUri address, Func<HttpContent?> body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReceiveAsync(() => SendReadAsync(method, address, body, cancellationToken), type, cancellationToken);

    public Task<T> GetAsync<T>(WireUri address, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(HttpMethod.Get, address, static () => null, type, cancellationToken);

    /// <summary>Asks for a change, once: whether one that failed on the way was made is not known.</summary>
    public Task<T> WriteAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReceiveAsync(() => SendAsync(request, cancellationToken), type, cancellationToken);

    public async Task WriteAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
    }

    public async Task<HttpResponseMessage> SendReadAsync(HttpMethod method, WireUri address, Func<HttpContent?> body, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(new HttpRequestMessage(method, address.Build()) { Content = body() }, cancellationToken);
            }
            catch (HttpRequestException) when (attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], time, cancellationToken);
            }
            catch (HttpRequestException exception)
            {
                throw Unreachable(exception);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw exception.InnerException as RemanenceException ?? Unreachable(exception);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw await Problem.ReadAsync(response, cancellationToken);
            }
        }
    }

    private async Task<T> ReceiveAsync<T>(Func<Task<HttpResponseMessage>> send, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await send();
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken) ?? throw Unreadable(response, null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(response, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unreachable(exception);
        }
    }

    public StoreUnavailableException Unreachable(Exception exception) =>
        new($"The Remanence server at {root.Scheme}://{root.Authority} cannot be reached ({HttpReason.Of(exception)}); is it running?", exception);

    public static HttpServiceException Unreadable(HttpResponseMessage response, Exception? exception) =>
        new(response.StatusCode, "The server's answer cannot be understood; is it a Remanence server of this version?", exception);

    public static HttpRequestMessage Request(HttpMethod method, WireUri address, HttpContent? body = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(method, address.Build()) { Content = body };
        if (idempotencyKey is null)
        {
            return request;
        }

        // A header carries printable ASCII; anything else would be sent as something else, or not at all.
        if (idempotencyKey.Length == 0 || idempotencyKey.Any(c => c is < ' ' or > '~') || idempotencyKey != idempotencyKey.Trim())
        {
            request.Dispose();
            throw new InvalidRequestException("Idempotency-Key", "Over HTTP an idempotency key must be printable ASCII without spaces around it.");
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return request;
    }
}
