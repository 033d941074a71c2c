using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Remanence.Server.Tests.Http;

/// <summary>A request is found in the log by what its caller was told, or has told.</summary>
public sealed class RequestTraceTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData("/v1/workspaces/a/search", "{}", 400)]
    [InlineData("/v1/nowhere", "{}", 404)]
    [InlineData("/health", "{}", 405)]
    public async Task A_problem_carries_the_trace_of_the_request_and_the_log_has_it_too(string path, string body, int status)
    {
        using var lines = new LogLines();
        await using var server = await RunningServer.StartAsync(
            settings => settings with { LogLevel = LogLevel.Information },
            services => services.AddSingleton<ILoggerProvider>(lines));
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = Wire.Json(body),
            Headers = { { "traceparent", $"00-{Trace}-00f067aa0ba902b7-01" } },
        };
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        (await response.ReadProblemAsync(status)).GetProperty("trace_id").GetString().ShouldBe(Trace);
        await lines.SeenAsync(
            line => line.Contains($"answered {status} in", StringComparison.Ordinal) && line.EndsWith("trace " + Trace, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_request_without_a_trace_is_given_one_also_where_nothing_is_logged()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await server.Client.PostAsync("/v1/workspaces/a/search", Wire.Json("{}"), TestContext.Current.CancellationToken);
        using var second = await server.Client.PostAsync("/v1/workspaces/a/search", Wire.Json("{}"), TestContext.Current.CancellationToken);
        string[] traces =
        [
            (await first.ReadProblemAsync(400)).GetProperty("trace_id").GetString()!,
            (await second.ReadProblemAsync(400)).GetProperty("trace_id").GetString()!,
        ];
        traces.ShouldAllBe(trace => trace.Length == 32 && trace.All(char.IsAsciiHexDigitLower));
        traces[0].ShouldNotBe(traces[1]);
        using var named = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "traceparent", $"00-{Trace}-00f067aa0ba902b7-01" } } };
        using var third = await server.Client.SendAsync(named, TestContext.Current.CancellationToken);
        (await third.ReadProblemAsync(404)).GetProperty("trace_id").GetString().ShouldBe(Trace);
    }

    [Fact]
    public async Task A_request_that_the_web_server_refuses_is_found_too()
    {
        using var lines = new LogLines();
        await using var server = await RunningServer.StartAsync(
            settings => settings with { LogLevel = LogLevel.Information }, services => services.AddSingleton<ILoggerProvider>(lines));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("nonsense\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var at = answer.IndexOf("\"trace_id\":\"", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, answer);
        var trace = answer.Substring(at + 12, 32);
        await lines.SeenAsync(
            line => line.Contains(trace, StringComparison.Ordinal) && !line.Contains("nonsense", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
    }
}
