using Remanence.Configuration;
using Remanence.Mcp.External;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class ExternalMcpTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Servers_are_read_in_ReMes_words_and_in_those_of_others()
    {
        _folder.Environment["TOKEN"] = "sesame";
        _folder.Write("""
            external_mcp:
              files: {command: npx, args: [-y, "server, files", ""], env: {ROOT: /tmp}, timeout: 2.5}
              search: {type: sse, url: "http://127.0.0.1:9/sse", headers: {Authorization: "Bearer {TOKEN}", X-Own: "${TOKEN}"}, sse_read_timeout: 60}
              streamed: {type: streamableHttp, url: "http://127.0.0.1:9/mcp"}
              any: {url: "http://127.0.0.1:9/mcp"}
              gone: null
            """);

        var configuration = _folder.Load();

        var servers = configuration.ExternalMcpServers;
        servers
            .Select(server => (server.Name, server.Transport))
            .ShouldBe([
                ("files", ExternalMcpTransport.Stdio),
                ("search", ExternalMcpTransport.Sse),
                ("streamed", ExternalMcpTransport.StreamableHttp),
                ("any", ExternalMcpTransport.Http),
            ]);
        servers[0].Arguments.ShouldBe(["-y", "server, files", ""]);
        servers[0].Environment["ROOT"].ShouldBe("/tmp");
        servers[0].Timeout.ShouldBe(TimeSpan.FromSeconds(2.5));
        servers[1].Headers["Authorization"].ShouldBe("Bearer sesame");
        servers[1].Headers["X-Own"].ShouldBe("sesame");
        servers[1].ToString().ShouldBe("search");
        configuration.Warnings.ShouldHaveSingleItem().ShouldContain("sse_read_timeout has no meaning here");
    }

    [Theory]
    [InlineData("external_mcp.a: {}", "external_mcp.a has neither command nor url; write the program to start, or the address of the server.")]
    [InlineData("external_mcp.a: {command: x, url: 'http://x/'}", "has both command and url")]
    [InlineData("external_mcp.a: {type: stdio, url: 'http://x/'}", "is of type stdio and has no command")]
    [InlineData("external_mcp.a: {type: sse, command: x}", "is spoken to over HTTP and has no url")]
    [InlineData("external_mcp.a: {url: x}", "external_mcp.a.url must be an address")]
    [InlineData("external_mcp.a: {type: pigeon, url: 'http://x/'}", "external_mcp.a.type must be stdio, sse")]
    [InlineData("external_mcp.a: {command: x, comand: y}", "\"external_mcp.a.comand\" is not a setting; did you mean external_mcp.a.command?")]
    [InlineData("external_mcp.a: {command: x, args: {y: z}}", "external_mcp.a.args must be a single value or a list of values")]
    [InlineData("external_mcp.a: {command: x, headers: {y: z}}", "external_mcp.a.headers means nothing for a server that is started with command")]
    [InlineData("external_mcp.a: {url: 'http://x/', args: [y]}", "external_mcp.a.args means nothing for a server that is reached at url")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {X: '{NOT_THERE}'}}", "names the variable NOT_THERE, which is not set")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {'X Own': y}}", "stands under \"X Own\", which is no name of a header")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {'X:': y}}", "which is no name of a header")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {Schlüssel: y}}", "which is no name of a header")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {X: 'ü'}}", "must be characters that a header can carry")]
    [InlineData("external_mcp.a: {command: x, env: {'A=B': y}}", "which is no name of a variable")]
    [InlineData("external_mcp.a: {url: 'http://x:0/'}", "must be an address")]
    [InlineData("external_mcp.a: {url: 'http://x/', timeout: -1}", "external_mcp.a.timeout must be seconds")]
    [InlineData("external_mcp: [a]", "external_mcp must hold names and values")]
    [InlineData("external_mcp: {'a b': {command: x}}", "cannot name an MCP server")]
    public void What_is_wrong_is_told_at_the_start(string yaml, string expected)
    {
        _folder.Write(yaml);
        _folder.Fault().ShouldContain(expected);
    }

    [Theory]
    [InlineData("external_mcp.a: {command: x, env: {NAME: [sesame]}}")]
    [InlineData("external_mcp.a: {command: x, env: {NAME: \"se\\nsame\"}}")]
    [InlineData("external_mcp.a: {command: x, args: {sesame: sesame}}")]
    [InlineData("external_mcp.a: {url: 'http://x/', headers: {NAME: \"sesame\\n\"}}")]
    public void What_a_server_is_given_is_not_shown(string yaml)
    {
        _folder.Write(yaml);
        Should.Throw<ConfigurationException>(() => _folder.Load()).Message.ShouldNotContain("same");
    }
}
