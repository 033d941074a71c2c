using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Remanence.Events.Webhooks;

/// <summary>Sends one signed event to one receiver.</summary>
internal sealed class WebhookSender(WebhookOptions options, TimeProvider time) : IDisposable
{
    private readonly WebhookSignature _signature = new(options.Secret!);
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        // A redirect would carry people's words to an address that nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends an event.</summary>
    /// <exception cref="WebhookDeliveryException">The receiver did not take it.</exception>
    public async Task SendAsync(Uri url, string id, byte[] body, CancellationToken cancellationToken)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Remanence", null));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", _signature.Sign(id, timestamp, body));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        HttpStatusCode status;
        try
        {
            // Its body is not read: whatever a receiver answers, it cannot make this process hold it.
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            status = response.StatusCode;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebhookDeliveryException($"The webhook's receiver did not answer in {options.Timeout.TotalSeconds} s; it is asked again.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new WebhookDeliveryException($"The webhook's receiver cannot be reached ({exception.HttpRequestError}); it is asked again.", exception);
        }

        if ((int)status is < 200 or > 299)
        {
            throw new WebhookDeliveryException($"The webhook's receiver answered {(int)status}; it is asked again.");
        }
    }

    public void Dispose() => _client.Dispose();
}
