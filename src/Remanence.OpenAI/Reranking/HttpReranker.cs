using System.Net.Http.Headers;
using System.Text.Json;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Reranking;

/// <summary>A reranker behind one HTTP endpoint.</summary>
internal sealed class HttpReranker : Reranker
{
    private readonly RerankWireShape _wire;
    private readonly EndpointFailures _failures;
    private readonly HttpClient _http;

    public HttpReranker(ModelProfile profile, RerankWireShape wire, TimeProvider time)
    {
        _wire = wire;
        _failures = new EndpointFailures(profile, wire.Address.Authority);
        var key = EndpointHttp.Key(profile);
        _http = EndpointHttp.Create(profile, time);
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public override async Task<IReadOnlyList<double>> ScoreAsync(string query, IReadOnlyList<string> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(documents);
        using var content = new ByteArrayContent(_wire.Request(query, documents));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _wire.Address) { Content = content };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Read(document.RootElement, documents.Count);
        }
        catch (JsonException)
        {
            throw _failures.Bad("answered with something that is not JSON; check base_url");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.Dispose();
        }

        base.Dispose(disposing);
    }

    private double[] Read(JsonElement reply, int count)
    {
        if (_wire.Results(reply) is not { } results)
        {
            throw _failures.Bad("answered without results");
        }

        var scores = new double[count];
        Array.Fill(scores, double.NaN);
        foreach (var result in results.EnumerateArray())
        {
            if (result.Count("index") is not { } index || index < 0 || index >= count || !double.IsNaN(scores[index]))
            {
                throw _failures.Bad("answered with results that belong to no document");
            }

            scores[index] = Score(result) ?? throw _failures.Bad("answered with a result without a score");
        }

        return Array.TrueForAll(scores, double.IsNaN) ? throw _failures.Bad("answered with no results") : scores;
    }

    private static double? Score(JsonElement result) =>
        result.TryGetProperty("relevance_score", out var score) || result.TryGetProperty("score", out score)
            ? score.ValueKind == JsonValueKind.Number && score.TryGetDouble(out var number) && double.IsFinite(number) ? number : null
            : null;
}
