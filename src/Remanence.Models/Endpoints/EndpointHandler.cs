using System.Net.Http.Headers;
using Remanence.Models.Profiles;

namespace Remanence.Models.Endpoints;

/// <summary>
/// Below every client of an endpoint: one attempt, an end in time, and a <see cref="ModelException"/> for whatever goes wrong on the wire, while the headers
/// or while the body is awaited. The caller's cancellation stays what it is.
/// </summary>
/// <remarks>
/// A reply must be there, whole, within <see cref="ModelProfile.Timeout"/>. A stream's headers must, and it may be silent no longer than that; it ends within
/// <see cref="ModelProfile.TotalTimeout"/> altogether.
/// </remarks>
internal sealed class EndpointHandler(ModelProfile profile, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxErrorBytes = 64 << 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var failures = new EndpointFailures(profile, request.RequestUri!.Authority);
        var limit = new CancellationTokenSource(profile.Timeout, time);
        HttpResponseMessage? response = null;
        try
        {
            response = await AnswerAsync(request, failures, limit, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw await ErrorAsync(request, response, failures, limit, cancellationToken);
            }

            response.Content = new EndpointContent(response.Content, Guard(request, response, failures, limit));
            return response;
        }
        catch
        {
            response?.Dispose();
            limit.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request, EndpointFailures failures, CancellationTokenSource limit, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? failures.TooSlow($"did not answer within {profile.Timeout.TotalSeconds:0.###} s")
                : failures.Unreachable(exception);
        }
    }

    private BodyGuard Guard(HttpRequestMessage request, HttpResponseMessage response, EndpointFailures failures, CancellationTokenSource limit)
    {
        // Some endpoints stream under another content type; the request says what was asked for.
        var streams = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            || request.Headers.Accept.Contains(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return new BodyGuard(profile, time, failures, limit, streams);
    }

    private async Task<ModelException> ErrorAsync(
        HttpRequestMessage request, HttpResponseMessage response, EndpointFailures failures, CancellationTokenSource limit, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var error = ErrorText.None;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            var buffer = new byte[MaxErrorBytes];
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token);
            error = ErrorText.Parse(buffer.AsMemory(0, length));
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The status says enough.
        }

        var sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return failures.Answered(status, error, EchoMask.Apply(error.Message, profile.ApiKey, sent), RetryAfter.Read(response, time));
    }
}
