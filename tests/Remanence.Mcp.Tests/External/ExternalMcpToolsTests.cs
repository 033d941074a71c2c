using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Mcp.External;
using Remanence.Mcp.Tests.Support;
using Remanence.Tools;

namespace Remanence.Mcp.Tests.External;

/// <summary>Tools of servers that are not Remanence's: here each is a Remanence of its own.</summary>
public sealed class ExternalMcpToolsTests : IDisposable
{
    /// <summary>On a busy machine a process of .NET takes seconds to start.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly AdjustableTime _time = new();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Remanence.Cli.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExternalMcpTransport.Http, "mcp")]
    [InlineData(ExternalMcpTransport.StreamableHttp, "mcp")]
    [InlineData(ExternalMcpTransport.Sse, "sse")]
    public async Task Tools_over_http(ExternalMcpTransport transport, string path)
    {
        await using var server = await RunningServer.StartAsync();
        await using var tools = Tools(new ExternalMcpServer { Name = "own", Transport = transport, Url = new Uri(server.Address, path) });

        var known = await tools.GetToolsAsync(null, Cancel);

        known.Select(tool => tool.Name).ShouldContain("echo_flow");
        known.ShouldAllBe(tool => tool.JsonSchema.GetProperty("type").GetString() == "object" && tool.Description.Length > 0);
        (await CallAsync(tools, "memorize", new { text = "Ana likes tea." })).ShouldContain("1");
        (await CallAsync(tools, "retrieve", new { query = "What does Ana like?" })).ShouldContain("Ana likes tea.");
        (await CallAsync(tools, "retrieve", new { query = "x", topk = 3 })).ShouldMatch("^The tool reports a failure: .*did you mean top_k");
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CallAsync(tools, "echo_flow", new { query = "hello" })))).ShouldAllBe(answer =>
            answer.Contains("hello"));
    }

    [Fact]
    public async Task A_server_that_was_started_anew_is_connected_again()
    {
        var server = await RunningServer.StartAsync();
        await using var tools = Tools(new ExternalMcpServer { Name = "own", Transport = ExternalMcpTransport.Http, Url = new Uri(server.Address, "mcp") });
        var echo = (await tools.GetToolsAsync(null, Cancel)).Single(tool => tool.Name == "echo_flow");
        (await CallAsync(echo, new { query = "one" })).ShouldContain("one");
        var port = server.Address.Port;
        await server.DisposeAsync();

        await Should.ThrowAsync<ToolSourceException>(() => CallAsync(echo, new { query = "two" }));
        var away = await Should.ThrowAsync<ToolSourceException>(() => tools.GetToolsAsync(null, Cancel).AsTask());
        away.Message.ShouldBe("the MCP server own cannot be reached: no connection; check external_mcp.own.");

        await using var again = await RunningServer.StartAsync(settings => settings with { HttpPort = port });
        (await Should.ThrowAsync<ToolSourceException>(() => tools.GetToolsAsync(null, Cancel).AsTask())).Message.ShouldBe(
            away.Message,
            "it is left alone for a while");
        _time.Advance(TimeSpan.FromSeconds(6));
        (await tools.GetToolsAsync(null, Cancel)).Select(tool => tool.Name).ShouldContain("echo_flow");
        (await CallAsync(echo, new { query = "three" })).ShouldContain("three");
    }

    [Fact]
    public async Task A_session_that_the_server_forgot_costs_nobody_a_call()
    {
        var server = await RunningServer.StartAsync();
        await using var tools = Tools(
            new ExternalMcpServer
            {
                Name = "own",
                Transport = ExternalMcpTransport.StreamableHttp,
                Url = new Uri(server.Address, "mcp"),
            });
        await tools.GetToolsAsync(null, Cancel);
        var port = server.Address.Port;
        await server.DisposeAsync();
        await using var again = await RunningServer.StartAsync(settings => settings with { HttpPort = port });

        (await CallAsync(tools, "echo_flow", new { query = "still there" })).ShouldContain("still there");
    }

    [Fact]
    public async Task Tools_over_standard_input_and_output_of_a_process_that_dies_and_one_that_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is started by a shell.");
        var file = _folder["pid"];
        await using var tools = Tools(Shell($"echo $$ > '{file}'; exec dotnet exec '{Program}' mcp 'data.path={_folder["data"]}'") with { Timeout = Patience });

        (await tools.GetToolsAsync(null, Cancel)).Select(tool => tool.Name).ShouldContain("react");
        (await CallAsync(tools, "memorize", new { text = "Ana likes tea." })).ShouldContain("1");
        using (var first = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(file, Cancel))))
        {
            first.Kill();
            await first.WaitForExitAsync(Cancel);
        }

        // Whether the end was noticed before the call or by it, the call after that goes to a new process.
        try
        {
            await CallAsync(tools, "retrieve", new { query = "What does Ana like?" });
        }
        catch (ToolSourceException exception)
        {
            exception.Message.ShouldContain("broke off");
        }

        (await CallAsync(tools, "retrieve", new { query = "What does Ana like?" })).ShouldContain("Ana likes tea.");
        using var second = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(file, Cancel)));
        await tools.DisposeAsync();
        await second.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    [Fact]
    public async Task A_program_that_starts_slowly_is_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is started by a shell.");
        await using var tools = Tools(Shell($"sleep 6; exec dotnet exec '{Program}' mcp 'data.path={_folder["data"]}'") with { Timeout = Patience });

        (await tools.GetToolsAsync(null, Cancel)).Select(tool => tool.Name).ShouldContain("react");
    }

    [Theory]
    [InlineData("exit 3", "its program ended (with code 3|before it answered)")]
    [InlineData("cat > /dev/null", "no answer within 0.5 s")]
    public async Task A_program_that_is_no_server_is_told(string script, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is started by a shell.");
        await using var tools = Tools(Shell(script) with { Timeout = TimeSpan.FromSeconds(0.5) });
        (await Should.ThrowAsync<ToolSourceException>(() => tools.GetToolsAsync(null, Cancel).AsTask())).Message.ShouldMatch(
            $"^the MCP server own cannot be reached: {expected}; check external_mcp.own.$");
    }

    [Fact]
    public async Task A_program_that_is_not_there_and_a_page_that_is_no_server_are_told()
    {
        await using var missing = Tools(new ExternalMcpServer { Name = "own", Transport = ExternalMcpTransport.Stdio, Command = _folder["nothing"] });
        (await Should.ThrowAsync<ToolSourceException>(() => missing.GetToolsAsync(null, Cancel).AsTask())).Message.ShouldContain("its program does not start");

        await using var server = await RunningServer.StartAsync();
        await using var page = Tools(
            new ExternalMcpServer
            {
                Name = "own",
                Transport = ExternalMcpTransport.StreamableHttp,
                Url = new Uri(server.Address, "health"),
            });
        (await Should.ThrowAsync<ToolSourceException>(() => page.GetToolsAsync(null, Cancel).AsTask())).Message.ShouldContain("it answers with status 405");
    }

    [Fact]
    public async Task A_program_gets_its_own_variables_and_not_those_of_remanence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The process is started by a shell.");
        Environment.SetEnvironmentVariable("REMANENCE_EXTERNAL_TEST_KEY", "sesame");
        await using var tools = Tools(Shell($"env > '{_folder["env"]}'") with { Environment = new Dictionary<string, string> { ["OWN"] = "given" } });

        await Should.ThrowAsync<ToolSourceException>(() => tools.GetToolsAsync(null, Cancel).AsTask());

        var seen = await File.ReadAllTextAsync(_folder["env"], Cancel);
        seen.ShouldContain("OWN=given");
        seen.ShouldContain("PATH=");
        seen.ShouldNotContain("sesame");
    }

    private static ExternalMcpServer Shell(string script) =>
        new()
        {
            Name = "own",
            Transport = ExternalMcpTransport.Stdio,
            Command = "/bin/sh",
            Arguments = ["-c", script],
        };

    private ExternalMcpTools Tools(ExternalMcpServer server) => new(server, _time, NullLogger<ExternalMcpTools>.Instance);

    private static async Task<string> CallAsync(ExternalMcpTools tools, string name, object arguments) =>
        await CallAsync((await tools.GetToolsAsync(null, Cancel)).Single(tool => tool.Name == name), arguments);

    private static async Task<string> CallAsync(AIFunction tool, object arguments)
    {
        var given = JsonSerializer
            .SerializeToElement(arguments)
            .EnumerateObject()
            .ToDictionary(member => member.Name, member => (object?)member.Value, StringComparer.Ordinal);
        return (string)(await tool.InvokeAsync(new AIFunctionArguments(given), Cancel))!;
    }
}
