using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Diagnostics;

namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>Task memory over ReMe's HTTP surface. What the service cannot do ends in an exception that says so; nothing is tried twice.</summary>
/// <param name="http">The connection, without a time limit of its own. The caller's to dispose.</param>
/// <param name="url">Where the service's paths begin.</param>
/// <param name="simple">Whether the <c>_simple</c> flows are called.</param>
/// <param name="time">The clock of the limits.</param>
internal sealed class TaskMemoryClient(HttpClient http, Uri url, bool simple, TimeProvider time)
{
    private readonly Uri _base = url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");

    /// <summary>The longest that retrieving may take.</summary>
    public TimeSpan RetrieveLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest that summarising may take.</summary>
    public TimeSpan SummaryLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Fails where nothing listens: better before hours of play than after.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, "health"));
        await SendAsync(request, RetrieveLimit, cancellationToken);
    }

    /// <summary>What the workspace knows about a task.</summary>
    public async Task<MapGuidance> RetrieveAsync(string workspace, string query, int topK, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(
            Path("retrieve_task_memory"), new GuidanceQuery(workspace, query, topK), TaskMemoryJson.Default.GuidanceQuery, RetrieveLimit, cancellationToken);
        var memories = Memories(answer.RootElement)
            .Select(memory => $"{memory.Text("when_to_use")}\n{memory.Text("content")}".Trim())
            .Where(text => text.Length > 0);
        return new MapGuidance(answer.RootElement.Text("answer")?.Trim() ?? string.Empty, [.. memories]);
    }

    /// <summary>Gives runs of one task to the workspace, waits until they are summarised, and answers how many memories they became.</summary>
    public async Task<int> SummariseAsync(string workspace, IReadOnlyList<PlayedRun> trajectories, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(
            Path("summary_task_memory"), new SummaryBody(workspace, trajectories), TaskMemoryJson.Default.SummaryBody, SummaryLimit, cancellationToken);
        return Memories(answer.RootElement).Count;
    }

    private string Path(string flow) => simple ? flow + "_simple" : flow;

    private async Task<JsonDocument> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, TimeSpan limit, CancellationToken cancellationToken)
    {
        var target = new Uri(_base, path);

        // Whole, with its length: small servers do not read chunks.
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        var (status, text) = await SendAsync(request, limit, cancellationToken);
        return (int)status is >= 200 and < 300 ? Read(target, text) : throw new TaskMemoryServiceException($"{target} answered {(int)status}{Shown(text)}");
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var target = request.RequestUri;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException failure)
        {
            var reason = (failure.InnerException as HttpIOException ?? (Exception)failure).Message.TrimEnd('.');
            throw new TaskMemoryServiceException($"{target} does not answer: {reason}. Is the --url right, and the service started?", failure);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TaskMemoryServiceException($"{target} has not answered within {limit.TotalSeconds:0} s.", new TimeoutException());
        }
    }

    private static JsonDocument Read(Uri target, string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException failure)
        {
            throw new TaskMemoryServiceException($"{target} answered something that is not JSON{Shown(text)}", failure);
        }

        // What a flow could not do comes with status 200.
        if (document.RootElement.ValueKind == JsonValueKind.Object && !document.RootElement.Has("success", JsonValueKind.False))
        {
            return document;
        }

        var reason = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Text("answer") : null;
        document.Dispose();
        throw new TaskMemoryServiceException($"{target} failed{Shown(string.IsNullOrWhiteSpace(reason) ? text : reason)}");
    }

    private static IReadOnlyList<JsonElement> Memories(JsonElement answer) =>
        answer.Has("metadata", JsonValueKind.Object) && answer.GetProperty("metadata") is var metadata && metadata.Has("memory_list", JsonValueKind.Array)
            ? [.. metadata.GetProperty("memory_list").EnumerateArray().Where(memory => memory.ValueKind == JsonValueKind.Object)]
            : [];

    private static string Shown(string text) => string.IsNullOrWhiteSpace(text) ? "." : $": {Printable.Line(text.ReplaceLineEndings(" ").Trim())}";
}
