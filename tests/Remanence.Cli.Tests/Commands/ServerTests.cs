using Microsoft.AspNetCore.Builder;
using Remanence.Cli.Errors;
using Remanence.Cli.Support;
using Remanence.Hosting;
using Remanence.Server;

namespace Remanence.Cli.Commands;

/// <summary>Every command against a server of this process.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private readonly TestCli _cli = new();
    private WebApplication? _server;
    private string _url = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _server = RemanenceServer.Build(
            new RemanenceSettings
            {
                HttpPort = 0,
                DataPath = _cli.PathOf("served"),
                LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
            });
        await _server.StartAsync(TestContext.Current.CancellationToken);
        _url = RemanenceServer.AddressOf(_server).ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task Every_command_works_over_http()
    {
        var id = (await RunAsync("memorize", "I fly kites in Lisbon.", "--user", "ada", "--json"))
            .ShouldSucceed()
            .Json.GetProperty("memory_ids")[0]
            .GetString()!;

        (await RunAsync("retrieve", "kites", "--explain")).ShouldSucceed().Out.ShouldContain("I fly kites in Lisbon.");
        (await RunAsync("list")).ShouldSucceed().Out.ShouldContain(id);
        (await RunAsync("show", id)).ShouldSucceed().Out.ShouldContain("ada");
        (await RunAsync("history", id)).ShouldSucceed().Out.ShouldContain("created");
        (await RunAsync("doctor")).ShouldSucceed().Out.ShouldContain("1, with 1 memories");
        (await RunAsync("forget", id)).ShouldSucceed();
        (await RunAsync("show", id)).ShouldFail(ExitCodes.NotFound);
        (await RunAsync("erase", "--user", "ada", "--yes")).ShouldSucceed();
        (await RunAsync("workspaces", "drop", "default", "--yes")).ShouldSucceed();
        (await RunAsync("workspaces", "--json")).ShouldSucceed().Json.GetArrayLength().ShouldBe(0);
        Directory.Exists(_cli.DataPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Local_and_server_exchange_exports()
    {
        await _cli.RunAsync("memorize", "--file", _cli.File("c.txt", "Ada: one\nBen: two\n"), "-w", "w");
        var local = (await _cli.RunAsync("export", "-w", "w")).ShouldSucceed().Out;

        (await _cli.RunAsync(new TestConsole(local), "import", "--url", _url)).ShouldSucceed();

        (await RunAsync("export", "-w", "w")).ShouldSucceed().Out.ShouldBe(local);
    }

    [Fact]
    public async Task Refused_requests_have_the_same_codes_as_locally()
    {
        (await RunAsync("retrieve", "x", "--top-k", "0")).ShouldFail(ExitCodes.Usage);
        (await RunAsync("show", "nothing")).ShouldFail(ExitCodes.NotFound);
        (await RunAsync("export", "-w", "nothing")).ShouldFail(ExitCodes.NotFound);
    }

    [Fact]
    public async Task Silent_server_is_code6() =>
        (await _cli.RunAsync("list", "--url", "http://127.0.0.1:9")).ShouldFail(ExitCodes.Unreachable);

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--url", _url]);
}
