using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using Remanence.Hosting;
using Remanence.Models.Profiles;

namespace Remanence.Server.Tests.Http;

/// <summary>At the lowest level there is: what people, workspaces and memories are called, and what they say, is in no line of the log.</summary>
public sealed class LogPrivacyTests
{
    private static readonly string[] Secrets = ["zebra", "quagga", "okapi", "tapir"];

    [Fact]
    public async Task Nothing_of_a_request_is_logged_but_its_route()
    {
        using var lines = new LogLines();
        await using var server = await RunningServer.StartAsync(
            settings => settings with { LogLevel = LogLevel.Trace },
            services => services.AddSingleton<ILoggerProvider>(lines));
        foreach (
            var (method, path, body) in ((string, string, string?)[])
                [
                    ("POST", "/v1/workspaces/zebra/messages", """{"messages":[{"role":"user","content":"The tapir sleeps."}],"user_id":"quagga"}"""),
                    ("GET", "/v1/workspaces/zebra/memories?user_id=quagga", null),
                    ("GET", "/v1/workspaces/zebra/memories/okapi?user_id=quagga", null),
                    ("POST", "/v1/workspaces/zebra/search", """{"query":"tapir","user_id":"quagga","nope":1}"""),
                    ("DELETE", "/v1/workspaces/zebra/memories?user_id=quagga", null),
                    ("GET", "/v1/workspaces/zebra/nothing/okapi", null),
                    ("GET", "/quagga/okapi", null),
                    ("POST", "/quagga", "{"),
                    ("PUT", "/v1/workspaces/zebra/memories", "tapir"),
                    ("POST", "/retrieve_task_memory", """{"workspace_id":"zebra","query":"tapir"}"""),
                    ("POST", "/retrieve_task_memory", """{"workspace_id":"..zebra","query":7}"""),
                    ("POST", "/vector_store", """{"workspace_id":"zebra","action":"load","path":"/okapi"}"""),
                    ("GET", "/v1/workspaces/zebra/export", null),
                    ("POST", "/mcp", """{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"remanence://zebra/memories/okapi"}}"""),
                    (
                        "POST",
                        "/mcp",
                        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_memory","arguments":{"id":"okapi","workspace":"zebra"}}}"""),
                    ("POST", "/mcp", """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"tapir","arguments":{"id":7}}}"""),
                ])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
            {
                Content = body is null ? null : Wire.Json(body),
            };
            request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }

        await server.StopAsync();
        lines.ShouldContain(line => line.Contains("POST /v1/workspaces/{workspace}/messages answered 20", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Nothing_of_work_in_the_background_is_logged_nor_of_what_fails_beyond_it()
    {
        using var lines = new LogLines();
        var dead = new Uri("http://127.0.0.1:1/okapi?key=quagga");
        var model = new ModelProfile { Name = "llm.default", Backend = "openai_compatible", Model = "m", BaseUrl = dead, ApiKey = "sk-tapir", MaxRetries = 1 };
        await using var server = await RunningServer.StartAsync(
            settings => settings with
            {
                LogLevel = LogLevel.Trace,
                JobsQuiet = TimeSpan.Zero,
                WebhooksUrls = [dead],
                WebhooksSecret = "zebra behind zebra",
                Configuration = new RemanenceConfiguration
                {
                    ChatModels = [model],
                    EmbeddingModels = [model with { Name = "embedding_model.default" }],
                },
                SearchEmbeddingModel = "default",
            },
            services => services.AddSingleton<ILoggerProvider>(lines));
        var token = TestContext.Current.CancellationToken;
        foreach (
            var (path, body) in ((string, string)[])
                [
                    (
                        "/v1/workspaces/zebra/messages",
                        """{"messages":[{"role":"user","content":"The tapir sleeps.","name":"okapi"}],"user_id":"quagga","session_id":"okapi"}"""),
                    ("/v1/workspaces/zebra/search", """{"query":"tapir","user_id":"quagga"}"""),
                    ("/v1/workspaces/zebra/reflect", """{"user_id":"quagga","wait":true}"""),
                    (
                        "/summary_task_memory",
                        """{"workspace_id":"zebra","trajectories":[{"task_id":"okapi","messages":[{"role":"user","content":"tapir"}],"score":1}]}"""),
                    ("/summary_personal_memory", """{"workspace_id":"zebra","messages":[{"role":"user","content":"I am a tapir in okapi."}]}"""),
                ])
        {
            using var response = await server.Client.PostAsync(new Uri(path, UriKind.Relative), Wire.Json(body), token);
            await response.Content.ReadAsByteArrayAsync(token);
        }

        // A client that speaks MCP in a session of its own.
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server.Address, "mcp") });
        await using (var mcp = await McpClient.CreateAsync(transport, cancellationToken: token))
        {
            await Should.ThrowAsync<McpException>(async () => await mcp.ReadResourceAsync("remanence://zebra/memories/okapi", cancellationToken: token));
            await mcp.CallToolAsync("get_memory", new Dictionary<string, object?> { ["id"] = "okapi", ["workspace"] = "zebra" }, cancellationToken: token);
        }

        await lines.SeenAsync(line => line.StartsWith("Job of kind webhook failed", StringComparison.Ordinal), token);
        await lines.SeenAsync(line => line.StartsWith("Job of kind consolidate failed", StringComparison.Ordinal), token);
        await server.StopAsync();
        lines.Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }
}
