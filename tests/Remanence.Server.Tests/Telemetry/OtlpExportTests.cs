using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Remanence.Configuration;
using Remanence.Hosting;

namespace Remanence.Server.Tests.Telemetry;

public sealed class OtlpExportTests
{
    [Fact]
    public async Task Metrics_and_spans_reach_the_collector_and_carry_no_text()
    {
        var received = new ConcurrentBag<(string Path, string Body)>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Add((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        using var folder = new TemporaryFolder();
        var settings = new RemanenceSettings { HttpPort = 0, DataPath = folder.Path, TelemetryOtlpEndpoint = RemanenceServer.AddressOf(collector) };
        await using (var server = RemanenceServer.Build(settings))
        {
            await server.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = RemanenceServer.AddressOf(server) };
            (
                await client.PostAsJsonAsync("/v1/workspaces/hushhush/messages", new { messages = new[] { new { role = "user", content = "confidential" } } })
            ).EnsureSuccessStatusCode();
            (await client.PostAsJsonAsync("/v1/workspaces/hushhush/search", new { query = "confidential" })).EnsureSuccessStatusCode();
            await server.StopAsync(TestContext.Current.CancellationToken);
        }

        var metrics = string.Concat(received.Where(item => item.Path == "/v1/metrics").Select(item => item.Body));
        metrics.ShouldContain("remanence.retrieve.duration");
        metrics.ShouldContain("remanence.memorize.messages");
        var spans = string.Concat(received.Where(item => item.Path == "/v1/traces").Select(item => item.Body));
        spans.ShouldContain("memorize");
        (metrics + spans).ShouldNotContain("confidential");
        (metrics + spans).ShouldNotContain("hushhush");
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://127.0.0.1")]
    public void What_is_no_address_is_refused(string address) =>
        Should
            .Throw<ConfigurationException>(() =>
                RemanenceSettings.Load(new ConfigurationSources { Arguments = [$"telemetry.otlp_endpoint={address}"], Environment = _ => null }))
            .Message.ShouldContain("telemetry.otlp_endpoint");
}
