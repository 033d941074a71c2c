using System.Text.Json;
using Remanence.Mcp.Tests.Support;

namespace Remanence.Mcp.Tests.Transports;

/// <summary>The official SDK and Inspector list and call everything.</summary>
public sealed class NpmClientTests
{
    private const string Inspector = "node_modules/@modelcontextprotocol/inspector-cli/build/cli.js";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Remanence.Cli.dll");

    [Theory]
    [InlineData("http", "mcp")]
    [InlineData("http", "mcp/")]
    [InlineData("sse", "sse/")]
    [InlineData("sse", "sse")]
    public async Task The_sdk_over_http(string kind, string path)
    {
        await using var server = await RunningServer.StartAsync();
        var (exitCode, output, error) = await NpmClients.NodeAsync("all-tools.mjs", kind, new Uri(server.Address, path).AbsoluteUri);
        exitCode.ShouldBe(0, error);
        output.Trim().ShouldBe("ok");
    }

    [Theory]
    [InlineData("mcp")]
    [InlineData("serve", "backend=mcp", "mcp.transport=stdio")]
    public async Task The_sdk_over_standard_input_and_output(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = await NpmClients.NodeAsync(
            "all-tools.mjs",
            ["stdio", "dotnet", "exec", Program, .. command, "data.path=" + folder["data"]]);
        exitCode.ShouldBe(0, error);
        output.Trim().ShouldBe("ok");
    }

    [Fact]
    public async Task The_sdk_through_a_program_that_uses_a_server()
    {
        await using var server = await RunningServer.StartAsync();
        var (exitCode, output, error) = await NpmClients.NodeAsync(
            "all-tools.mjs", "stdio", "dotnet", "exec", Program, "mcp", "--url",
            server.Address.AbsoluteUri);
        exitCode.ShouldBe(0, error);
        output.Trim().ShouldBe("ok");
    }

    [Fact]
    public async Task The_inspector_over_http()
    {
        await using var server = await RunningServer.StartAsync();
        string[] target = [new Uri(server.Address, "mcp").AbsoluteUri, "--transport", "http"];
        var tools = Read(await NpmClients.NodeAsync(Inspector, ["--cli", .. target, "--method", "tools/list"])).GetProperty("tools");
        tools.EnumerateArray().Select(tool => tool.GetProperty("name").GetString()).ShouldContain("echo_flow");
        var kept = Read(
            await NpmClients.NodeAsync(
                Inspector,
                ["--cli", .. target, "--method", "tools/call", "--tool-name", "memorize", "--tool-arg", "text=Ana likes tea."]));
        kept.GetProperty("structuredContent").GetProperty("memories").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_inspector_over_standard_input_and_output()
    {
        using var folder = new TemporaryFolder();
        string[] target = ["dotnet", "exec", Program, "mcp", "data.path=" + folder["data"]];
        var tools = Read(await NpmClients.NodeAsync(Inspector, ["--cli", .. target, "--method", "tools/list"])).GetProperty("tools");
        tools.EnumerateArray().Select(tool => tool.GetProperty("name").GetString()).ShouldContain("retrieve");
        var found = Read(
            await NpmClients.NodeAsync(Inspector, ["--cli", .. target, "--method", "tools/call", "--tool-name", "retrieve", "--tool-arg", "query=tea"]));
        found.GetProperty("structuredContent").GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    private static JsonElement Read((int ExitCode, string Out, string Error) run)
    {
        run.ExitCode.ShouldBe(0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        return json.RootElement.Clone();
    }
}
