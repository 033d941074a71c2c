using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Remanence.Server.Tests.Http;

/// <summary>What no HTTP library would send.</summary>
public sealed class RawRequestTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("GET /v1/workspaces/w/memories/%00 HTTP/1.1", "400")]
    [InlineData("GET /v1/workspaces/w/memories/%2e%2e HTTP/1.1", "404")]
    [InlineData("GET /v1/workspaces/%2e%2e/memories HTTP/1.1", "400")]
    [InlineData("GET /v1/workspaces/a/../../../etc/passwd HTTP/1.1", "404")]
    [InlineData("GET //v1//workspaces HTTP/1.1", "404")]
    [InlineData("GET http://127.0.0.1/v1/workspaces HTTP/1.1", "200")]
    [InlineData("GET http://127.0.0.1/v1/workspaces/a%252Fb/memories HTTP/1.1", "400")]
    [InlineData("GET /v1/workspaces/w/memories?a=%zz HTTP/1.1", "400")]
    [InlineData("GET /v1/workspaces\u0001 HTTP/1.1", "404")]
    [InlineData("NONSENSE", "400")]
    [InlineData("GET /v1/workspaces HTTP/9.9", "505")]
    public async Task Request_lines(string line, string status) =>
        (await SendAsync($"{line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 " + status);

    [Theory]
    [InlineData("Content-Length: -1", "400")]
    [InlineData("Content-Length: abc", "400")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6", "400")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "400")]
    [InlineData("Content-Length: 99999999999", "413")]
    public async Task Lengths(string headers, string status) =>
        (
            await SendAsync(
                $"POST /v1/workspaces/w/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n\r\n{{}}")
        ).ShouldStartWith("HTTP/1.1 " + status);

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFF", "/v1/workspaces/w/search")]
    [InlineData("80000000", "/v1/workspaces/w/messages")]
    [InlineData("-1", "/v1/workspaces/w/import")]
    [InlineData("xyz", "/retrieve_task_memory")]
    [InlineData("FFFFFFFFF", "/retrieve_task_memory")]
    [InlineData("FFFFFFFFFFFFFFFFF", "/mcp")]
    [InlineData("FFFFFFFFFFFFFFFF", "/v1/workspaces/w/import")]
    public async Task Sizes_of_chunks(string size, string path)
    {
        var type = path.EndsWith("import", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json";
        (
            await SendAsync(
                $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json, text/event-stream\r\nContent-Type: {type}\r\nConnection: "
                + $"close\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n")
        ).ShouldStartWith("HTTP/1.1 400");
    }

    [Theory]
    [InlineData("GET /v1/workspaces/%00/memories HTTP/1.1", 400)]
    [InlineData("POST /v1/workspaces/a%00b/messages HTTP/1.1", 400)]
    [InlineData("GET /v1/workspaces/%00/memories HTTP/1.0", 400)]
    [InlineData("NONSENSE", 400)]
    [InlineData("GET /v1/workspaces HTTP/9.9", 505)]
    [InlineData("GET /v1/workspaces HTTP/1.1\r\nContent-Length: abc", 400)]
    public async Task A_refusal_by_the_web_server_is_a_problem_document(string head, int status)
    {
        var answer = await SendAsync($"{head}\r\nHost: 127.0.0.1\r\n\r\n");
        var (headers, body) = (
            answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)],
            answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        headers.ShouldContain("Content-Type: application/problem+json");
        headers.ShouldContain($"Content-Length: {Encoding.UTF8.GetByteCount(body)}");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        var detail = problem.GetProperty("detail").GetString().ShouldNotBeNull();
        detail.Contains("NUL", StringComparison.Ordinal).ShouldBe(head.Contains("%00", StringComparison.Ordinal), detail);
        problem.GetProperty("type").GetString().ShouldStartWith("urn:remanence:problem:");
    }

    [Fact]
    public async Task A_good_request_before_a_refused_one_keeps_its_answer()
    {
        const string Good = "GET /v1/workspaces/w/memories HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        var answer = await SendAsync($"{Good}{Good}GET /v1/workspaces/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        answer.Split("HTTP/1.1 200 OK").Length.ShouldBe(3);
        answer.Split("HTTP/1.1 400 Bad Request").Length.ShouldBe(2);
        answer.ShouldEndWith("}");
    }

    [Fact]
    public async Task A_request_line_without_end() =>
        (await SendAsync("GET /v1/workspaces/" + new string('x', 100_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).ShouldStartWith("HTTP/1.1 414");

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_harms_nobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(fixture.Server.Address.Host, fixture.Server.Address.Port, TestContext.Current.CancellationToken);
            const string begun =
                "POST /v1/workspaces/w/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"messages\":[";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), TestContext.Current.CancellationToken);
        }

        (await fixture.Client.GetJsonAsync("/health/ready")).GetProperty("status").GetString().ShouldBe("ok");
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(fixture.Server.Address.Host, fixture.Server.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The server may have answered and hung up before it had read everything.
        }

        return await answer;
    }
}
