using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenAI;
using Remanence.Models;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace Remanence.OpenAI.Requests;

/// <summary>
/// One profile's way to its endpoint through the OpenAI package: its pipeline carries the requests, one attempt each; the bodies are ours, because the
/// package's own types refuse what compatible endpoints send.
/// </summary>
internal sealed class OpenAIConnection : IDisposable
{
    private static readonly Uri OpenAI = new("https://api.openai.com/v1");

    private readonly HttpClient _http;
    private readonly string? _key;

    public OpenAIConnection(ModelProfile profile, TimeProvider time, ILogger logger)
    {
        Profile = profile;
        Endpoint = profile.BaseUrl ?? OpenAI;
        Failures = new EndpointFailures(profile, Endpoint.Authority);
        Refused = new RefusedParameters(profile, logger);
        _key = EndpointHttp.Key(profile);
        _http = EndpointHttp.Create(profile, time);
        Options = new OpenAIClientOptions
        {
            Endpoint = Endpoint,
            OrganizationId = profile.Text("organization"),
            ProjectId = profile.Text("project"),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        Authentication = _key is null ? new NoAuthentication() : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(_key));
    }

    public ModelProfile Profile { get; }

    public Uri Endpoint { get; }

    public EndpointFailures Failures { get; }

    public RefusedParameters Refused { get; }

    public OpenAIClientOptions Options { get; }

    public AuthenticationPolicy Authentication { get; }

    /// <summary>Sends a request whose success has a body to read.</summary>
    /// <param name="call">The package's method.</param>
    /// <param name="stream">Whether an event stream is wanted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PipelineResponse> SendAsync(Func<RequestOptions, Task<ClientResult>> call, bool stream, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { BufferResponse = false, CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow };
        foreach (var (name, value) in Profile.Headers())
        {
            options.SetHeader(name, value);
        }

        if (stream)
        {
            options.SetHeader("Accept", "text/event-stream");
        }

        return (await call(options)).GetRawResponse();
    }

    /// <summary>The body as JSON. An error that came with a status of success is an error all the same.</summary>
    /// <param name="response">The answer; stays the caller's.</param>
    /// <param name="sent">What was asked.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<JsonDocument> ReadJsonAsync(PipelineResponse response, BinaryData sent, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await response.ContentStream!.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
        {
            throw Failures.Bad("answered with an empty body");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.ToArray());
        }
        catch (JsonException)
        {
            throw Failures.Bad("answered with something that is not JSON; check base_url");
        }

        if (Error(document.RootElement, sent) is { } error)
        {
            document.Dispose();
            throw error;
        }

        return document;
    }

    /// <summary>The failure that a piece of an answer tells of; null when it tells of none.</summary>
    public ModelException? Error(JsonElement piece, BinaryData sent)
    {
        if (
            piece.ValueKind != JsonValueKind.Object
            || !piece.TryGetProperty("error", out var found)
            || found.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            return null;
        }

        var error = ErrorText.Parse(piece);
        return Failures.Answered(error.Status ?? 500, error, EchoMask.Apply(error.Message, _key, sent));
    }

    public void Dispose() => _http.Dispose();
}
