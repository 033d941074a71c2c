using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Remanence.Client;
using Remanence.Configuration;
using Remanence.Hosting;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Tests.Http;

public sealed class LifetimeTests
{
    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await RunningServer.StartAsync(settings => settings with { DataPath = folder["data"] });
            if (run == 0)
            {
                await server.Client.PostAsync("/v1/workspaces/w/messages", """{"messages":[{"role":"user","content":"heron"}]}""");
            }

            (await server.Client.PostAsync("/v1/workspaces/w/search", """{"query":"heron"}""")).GetProperty("results").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var first = await RunningServer.StartAsync(settings => settings with { DataPath = folder["data"] });

        var refused = await Should.ThrowAsync<StoreUnavailableException>(() =>
            RunningServer.StartAsync(settings => settings with { DataPath = folder["data"] }));

        refused.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        await using var first = await RunningServer.StartAsync();

        var refused = await Should.ThrowAsync<ConfigurationException>(async () =>
        {
            using var folder = new TemporaryFolder();
            await RemanenceServer.RunAsync(
                new RemanenceSettings { HttpPort = first.Address.Port, DataPath = folder["data"], LogLevel = Microsoft.Extensions.Logging.LogLevel.None },
                cancellationToken: TestContext.Current.CancellationToken);
        });

        refused.Message.ShouldContain("http.port");
    }

    [Fact]
    public async Task Requests_in_flight_are_finished_when_it_stops()
    {
        var gate = new Gate();
        await using var server = await RunningServer.StartAsync(configure: services => services.AddSingleton(gate.Service));
        var request = server.Client.PostAsync("/v1/workspaces/w/search", """{"query":"heron"}""");
        await gate.Entered;

        var stopping = server.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        gate.Open();

        (await request).GetProperty("mode").GetString().ShouldBe("verbatim");
        await stopping;
        await Should.ThrowAsync<HttpRequestException>(() => server.Client.GetAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_request()
    {
        var gate = new Gate();
        await using var server = await RunningServer.StartAsync(configure: services => services.AddSingleton(gate.Service));
        using var leaving = new CancellationTokenSource();
        using var content = Wire.Json("""{"query":"heron"}""");
        var request = server.Client.PostAsync(new Uri("/v1/workspaces/w/search", UriKind.Relative), content, leaving.Token);
        await gate.Entered;

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        await gate.Cancelled;
    }

    [Theory]
    [InlineData(typeof(StoreFullException), 507, typeof(StoreFullException))]
    [InlineData(typeof(StoreUnavailableException), 503, typeof(StoreUnavailableException))]
    [InlineData(typeof(MemoryConflictException), 409, typeof(MemoryConflictException))]
    [InlineData(typeof(ChangeSetConflictException), 409, typeof(ChangeSetConflictException))]
    [InlineData(typeof(MemoryNotFoundException), 404, typeof(MemoryNotFoundException))]
    [InlineData(typeof(InvalidCursorException), 400, typeof(InvalidCursorException))]
    [InlineData(typeof(InvalidOperationException), 500, typeof(HttpServiceException))]
    public async Task Failures_become_problems_and_problems_the_same_failures(Type thrown, int status, Type seen)
    {
        var failure = thrown == typeof(InvalidOperationException)
            ? new InvalidOperationException("secret words")
            : (Exception)Activator.CreateInstance(thrown, "It is so, and this is what to do.", null)!;
        await using var server = await RunningServer.StartAsync(configure: services => services.AddSingleton(Failing(failure)));

        using var response = await server.Client.SendAsync("POST", "/v1/workspaces/w/search", Wire.Json("""{"query":"x"}"""));
        var problem = await response.ReadProblemAsync(status);
        problem.GetRawText().ShouldNotContain("secret");
        problem.TryGetProperty("event_id", out _).ShouldBe(status == 500);
        using var client = new HttpMemoryService(server.Address);
        (await Should.ThrowAsync<RemanenceException>(() => client.RetrieveAsync("w", new RetrieveRequest { Query = "x" }))).ShouldBeOfType(seen);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new HttpMemoryService(new Uri($"http://127.0.0.1:{port}"));

        (await Should.ThrowAsync<StoreUnavailableException>(() => client.GetAsync(new Scope("w"), "id"))).Message.ShouldContain("is it running?");
    }

    private static MemoryService Failing(Exception failure)
    {
        var service = Substitute.For<MemoryService>();
        service.RetrieveAsync(Arg.Any<string>(), Arg.Any<RetrieveRequest>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<RetrieveResult>(failure));
        return service;
    }
}
