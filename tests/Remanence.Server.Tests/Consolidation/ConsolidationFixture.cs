using System.Net;
using System.Text.Json;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.Consolidation;

/// <summary>A server with a scripted chat model.</summary>
internal sealed class ConsolidationFixture : IAsyncDisposable
{
    public const string Facts = """{"facts":[{"fact":"Ada moved to Lisbon.","messages":[0],"keywords":["Lisbon","home"],"confidence":0.9}]}""";

    private ConsolidationFixture(ModelEndpoint model, RunningServer server) => (Model, Server) = (model, server);

    public ModelEndpoint Model { get; }

    public RunningServer Server { get; }

    public HttpClient Client => Server.Client;

    public static async Task<ConsolidationFixture> StartAsync(TimeSpan? timeout = null, int maxAttempts = 1, int retries = 0)
    {
        var model = await ModelEndpoint.StartAsync();
        var profile = new ModelProfile
        {
            Name = "llm.default",
            Backend = "openai_compatible",
            Model = "test-model",
            BaseUrl = model.BaseUrl,
            ApiKey = "sk-test",
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            MaxRetries = retries,
            Parameters = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["temperature"] = JsonSerializer.SerializeToElement(0.1) },
        };
        var server = await RunningServer.StartAsync(settings => settings with
        {
            JobsQuiet = TimeSpan.Zero,
            JobsMaxAttempts = maxAttempts,
            Configuration = new RemanenceConfiguration { ChatModels = [profile] },
        });
        return new ConsolidationFixture(model, server);
    }

    public Task<HttpResponseMessage> SayAsync(string content, bool wait, string session = "s") =>
        Client.PostAsync(
            new Uri("/v1/workspaces/w/messages", UriKind.Relative),
            Wire.Json(
                $$"""{"messages":[{"id":"m1","role":"user","name":"Ada","content":{{JsonSerializer.Serialize(content)}},"time":"2026-05-02T10:00:00Z"}],"user_id":"ada","session_id":"{{session}}","wait":{{(wait ? "true" : "false")}}}"""));

    public async Task<string> QueueAsync(string content)
    {
        using var response = await SayAsync(content, wait: false);
        return (await response.ReadAsync(HttpStatusCode.Accepted)).GetProperty("job_id").GetString()!;
    }

    /// <summary>The job when it has come to one of the states.</summary>
    public async Task<JsonElement> JobAsync(string id, params string[] states)
    {
        while (true)
        {
            var job = await Client.GetJsonAsync($"/v1/jobs/{id}");
            if (states.Contains(job.GetProperty("state").GetString(), StringComparer.Ordinal))
            {
                return job;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async Task<IReadOnlyList<JsonElement>> MemoriesAsync(string kind) =>
        [.. (await Client.GetJsonAsync($"/v1/workspaces/w/memories?kind={kind}")).GetProperty("items").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Model.DisposeAsync();
    }
}
