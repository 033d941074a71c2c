using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.Benchmarks.Soak;

/// <summary>Requests to the server, each of them counted in the part of the time in which it began. Thread-safe.</summary>
internal sealed class SoakTraffic(HttpClient client) : IDisposable
{
    private volatile SoakSlice _slice = new();

    /// <summary>The part of the time that is counted now.</summary>
    public SoakSlice Slice => _slice;

    /// <summary>Whether the disk is full, so that a write may be refused with 507.</summary>
    public bool MayBeFull { get; set; }

    /// <summary>Begins a part and gives the one that ended.</summary>
    public SoakSlice Next()
    {
        var ended = _slice;
        _slice = new SoakSlice();
        return ended;
    }

    /// <summary>Asks, and counts the answer.</summary>
    /// <param name="what">What is asked, for the table.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">The body; null: none.</param>
    /// <param name="cancellationToken">Stops it, uncounted.</param>
    /// <returns>The answer when it was a success; null otherwise.</returns>
    public async Task<JsonElement?> AskAsync(string what, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var slice = _slice;
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
            {
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            }

            using var answer = await client.SendAsync(request, cancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                slice.Add(what, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                return bytes.Length == 0 ? default(JsonElement) : JsonElement.Parse(bytes);
            }

            if (answer.StatusCode == HttpStatusCode.InsufficientStorage && MayBeFull)
            {
                slice.Refuse();
            }
            else
            {
                slice.Surprise($"{what}: {(int)answer.StatusCode}");
            }
        }
        catch (HttpRequestException exception)
        {
            slice.Surprise($"{what}: {exception.HttpRequestError}");
        }

        return null;
    }

    /// <summary>The status of the readiness.</summary>
    public async Task<HttpStatusCode> ReadinessAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();
}
