using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Remanence.Cli.Errors;
using Remanence.Cli.Support;
using Remanence.ScriptedModels;

namespace Remanence.Cli.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Sound_store_passes_every_check()
    {
        await _cli.RunAsync("memorize", "one");

        var output = (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out;

        string[] checks =
        [
            "settings", "folder", "rights", "disk", "sqlite", "store", "schema", "integrity", "index", "embedding", "jobs", "embedder", "flows", "port",
        ];
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ShouldBe(checks);
        output.ShouldContain("1 memories in 1 workspaces");
        output.ShouldContain("SHA-256");
    }

    [Fact]
    public async Task Models_are_asked_and_their_faults_explained()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Embeddings.Respond(Reply.Status(401));
        string[] settings =
        [
            "llm.default.model_name=chat", $"llm.default.base_url={endpoint.BaseUrl}", "llm.default.api_key=sesame",
            "embedding_model.default.model_name=vectors", $"embedding_model.default.base_url={endpoint.BaseUrl}", "embedding_model.default.api_key=sesame",
            "rerank_model.default.model_name=ranks", "rerank_model.default.backend=rerank", $"rerank_model.default.base_url={endpoint.BaseUrl}",
        ];

        var result = await _cli.RunAsync(["doctor", "http.port=0", .. settings]);

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Out.ShouldContain("llm.default (chat) answers in");
        result.Out.ShouldContain("rerank_model.default (ranks) ranks in");
        result.Out.ShouldContain("fail  model");
        result.Out.ShouldContain("set embedding_model.default.api_key to a key that may use this model");
        result.Out.ShouldContain("consolidate");
        result.Out.ShouldNotContain("sesame");
    }

    [Fact]
    public async Task Tool_sources_are_asked_for_their_tools()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Remanence.Cli.dll");
        var result = await _cli.RunAsync(
            "doctor", "http.port=0", "tools.web_search_url=http://127.0.0.1:1", "external_mcp.away.url=http://127.0.0.1:1/mcp",
            $$"""external_mcp.own={"command":"dotnet","args":["exec","{{program}}","mcp","data.path={{_cli.DataPath}}-own"]}""");

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Out.ShouldContain("searxng has web_search");
        result.Out.ShouldContain("own has memorize, retrieve");
        result.Out.ShouldContain("fail  tools");
        result.Out.ShouldContain("the MCP server away cannot be reached: no connection");
        Directory.Delete(_cli.DataPath + "-own", recursive: true);
    }

    [Fact]
    public async Task File_that_is_no_store_fails()
    {
        Directory.CreateDirectory(_cli.DataPath);
        await File.WriteAllTextAsync(Path.Combine(_cli.DataPath, "remanence.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var result = await _cli.RunAsync("doctor", "http.port=0");

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Out.ShouldContain("fail  store");
        (await _cli.RunAsync("list")).ShouldFail(ExitCodes.Store);
    }

    [Fact]
    public async Task Data_path_that_is_a_file_fails()
    {
        _cli.File("data", "x");

        var result = await _cli.RunAsync("doctor", "http.port=0");

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Out.ShouldContain("is a file");
        (await _cli.RunAsync("memorize", "one")).ShouldFail(ExitCodes.Store).ShouldContain($"{_cli.DataPath} is no folder");
        (await _cli.RunAsync("doctor", "http.port=0", $"data.path={_cli.DataPath}/below/it")).Out.ShouldContain($"{_cli.DataPath} is a file");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Data_that_others_may_write_are_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are other ones there.");
        await _cli.RunAsync("memorize", "one");
        (await _cli.RunAsync("doctor", "http.port=0")).Out.ShouldContain("ok    rights");
        var file = Path.Combine(_cli.DataPath, "remanence.db");

        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherRead);
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain($"everybody on this machine may read {file}");

        File.SetUnixFileMode(_cli.DataPath, File.GetUnixFileMode(_cli.DataPath) | UnixFileMode.OtherWrite);
        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain($"may write into {_cli.DataPath}");
    }

    [Fact]
    public async Task Taken_port_is_a_warning()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var result = await _cli.RunAsync("doctor", $"http.port={((IPEndPoint)listener.LocalEndpoint).Port}");

        result.ShouldSucceed().Out.ShouldContain("warn  port");
    }

    [Fact]
    public async Task Silent_server_fails()
    {
        var result = await _cli.RunAsync("doctor", "--url", "http://127.0.0.1:9");

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Out.ShouldContain("fail  live");
    }

    public void Dispose() => _cli.Dispose();
}
