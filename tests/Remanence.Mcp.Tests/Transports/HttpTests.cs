using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using Remanence.Mcp.Tests.Support;

namespace Remanence.Mcp.Tests.Transports;

/// <summary>The streamable transport as it is on the wire.</summary>
public sealed class HttpTests
{
    private const string SessionId = "Mcp-Session-Id";
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    private const string List = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, -32700)]
    [InlineData("", HttpStatusCode.BadRequest, null)]
    [InlineData("null", HttpStatusCode.BadRequest, -32600)]
    [InlineData("[" + List + "]", HttpStatusCode.BadRequest, -32600)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"ping"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"ping"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""", HttpStatusCode.BadRequest, null)]
    [InlineData(
        """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"retrieve","arguments":{"query":"\ud800"}}}""",
        HttpStatusCode.BadRequest,
        -32700)]
    public async Task A_body_that_is_no_message_is_refused(string body, HttpStatusCode status, int? code)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await PostAsync(server, body);
        answer.StatusCode.ShouldBe(status);
        var error = (await JsonAsync(answer)).GetProperty("error");
        (code is null || error.GetProperty("code").GetInt32() == code).ShouldBeTrue(error.GetRawText());
    }

    [Theory]
    [InlineData("tools/call", """{"name":"retrieve","arguments":"text"}""", "arguments")]
    [InlineData("tools/call", """{"name":"retrieve","arguments":[1]}""", "arguments")]
    [InlineData("tools/call", """{"name":7}""", "name")]
    [InlineData("tools/call", "[1]", "params")]
    [InlineData("prompts/get", """{"name":"use_my_memory","arguments":"tea"}""", "arguments")]
    [InlineData("resources/read", """{"uri":{}}""", "uri")]
    [InlineData("logging/setLevel", """{"level":"loud"}""", "level")]
    [InlineData("logging/setLevel", """{"level":3.5}""", "level")]
    public async Task Params_of_another_form_are_the_callers_fault(string method, string given, string named)
    {
        await using var server = await RunningServer.StartAsync();
        var session = await BeginAsync(server);
        using var answer = await PostAsync(
            server,
            $$"""{"jsonrpc":"2.0","id":2,"method":"{{method}}","params":{{given}}}""",
            request => request.Headers.Add(SessionId, session));
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("-32602");
        text.ShouldContain(named);
    }

    [Theory]
    [InlineData("tools/call", "{}", "name is missing")]
    [InlineData("prompts/get", "{}", "name is missing")]
    [InlineData("resources/read", "{}", "uri is missing")]
    [InlineData("resources/unsubscribe", "{}", "uri is missing")]
    [InlineData("logging/setLevel", "{}", "level is missing")]
    [InlineData("completion/complete", "{}", "ref is missing")]
    [InlineData("completion/complete", """{"ref":{"type":"ref/prompt","name":"x"},"argument":{"name":"id"}}""", "argument.value is missing")]
    [InlineData(
        "completion/complete",
        """{"ref":{"type":"ref/prompt","name":"x"},"argument":{"name":"id","value":4}}""",
        "argument.value must be a string, but is the number 4")]
    public async Task What_is_missing_among_params_is_named(string method, string given, string named)
    {
        await using var server = await RunningServer.StartAsync();
        var session = await BeginAsync(server);
        using var answer = await PostAsync(
            server,
            $$"""{"jsonrpc":"2.0","id":2,"method":"{{method}}","params":{{given}}}""",
            request => request.Headers.Add(SessionId, session));
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("-32602");
        text.ShouldContain(named);
    }

    [Theory]
    [InlineData("{}", "protocolVersion is missing")]
    [InlineData("null", "protocolVersion is missing")]
    [InlineData("[]", "must be an object, but are an array")]
    [InlineData("""{"protocolVersion":3,"capabilities":{},"clientInfo":{"name":"t","version":"1"}}""", "protocolVersion must be a string")]
    [InlineData("""{"protocolVersion":"2025-06-18","clientInfo":{"name":"t","version":"1"}}""", "capabilities is missing")]
    [InlineData(
        """{"protocolVersion":"2025-06-18","capabilities":[],"clientInfo":{"name":"t","version":"1"}}""",
        "capabilities must be an object, but is an array")]
    [InlineData("""{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t"}}""", "clientInfo.version is missing")]
    [InlineData("""{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":"t"}""", "clientInfo must be an object")]
    [InlineData("""{"protocolVersion":"2025-06-18","capabilities":{"roots":7},"clientInfo":{"name":"t","version":"1"}}""", "capabilities.roots")]
    [InlineData("""{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"},"_meta":"x"}""", "_meta must be an object")]
    public async Task A_session_that_is_asked_for_wrongly_is_told_why(string given, string named)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await PostAsync(server, $$"""{"jsonrpc":"2.0","id":"first","method":"initialize","params":{{given}}}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("-32602");
        text.ShouldContain("\"first\"");
        text.ShouldContain(named);
    }

    [Theory]
    [InlineData("2024-11-05", "2024-11-05")]
    [InlineData("2025-11-25", "2025-11-25")]
    [InlineData("2024-10-07", "2025-11-25")]
    [InlineData("2026-07-28", "2025-11-25")]
    [InlineData("2027-03-09", "2025-11-25")]
    [InlineData("", "2025-11-25")]
    [InlineData("tomorrow", "2025-11-25")]
    public async Task A_version_that_is_not_spoken_is_answered_with_the_newest_that_is(string asked, string spoken)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await PostAsync(
            server,
            Initialize.Replace("2025-06-18", asked, StringComparison.Ordinal),
            request => request.Headers.Add("MCP-Protocol-Version", "2027-03-09"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"protocolVersion\":\"{spoken}\"");
        var id = answer.Headers.GetValues(SessionId).ShouldHaveSingleItem();
        (await StatusAsync(server, request => request.Headers.Add(SessionId, id))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Headers_are_held_to_the_protocol()
    {
        await using var server = await RunningServer.StartAsync();
        (await StatusAsync(server, request => request.Headers.Accept.Clear())).ShouldBe(HttpStatusCode.NotAcceptable);
        (await StatusAsync(server, request => request.Headers.Add("MCP-Protocol-Version", "1999-01-01"))).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(server, request => request.Headers.Add(SessionId, "unknown"))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(server, request => request.Headers.Add("Origin", "https://evil.example"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(server, request => request.Headers.Host = "evil.example")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(server, request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain"))).ShouldBe(
            HttpStatusCode.UnsupportedMediaType);
        (await StatusAsync(server, _ => { })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { HttpMaxBodyMb = 1 });
        using var answer = await PostAsync(server, Initialize.Replace("\"t\"", $"\"{new string('x', 2_000_000)}\"", StringComparison.Ordinal));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_session_begins_with_initialize_and_ends_when_it_is_told_to()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await BeginAsync(server);
        using (var answer = await PostAsync(server, List, request => request.Headers.Add(SessionId, id)))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("\"memorize\"");
        }

        using var end = new HttpRequestMessage(HttpMethod.Delete, "/mcp") { Headers = { { SessionId, id } } };
        (await server.Client.SendAsync(end)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(server, request => request.Headers.Add(SessionId, id))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task There_is_one_stream_a_session_and_it_ends_with_it()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await BeginAsync(server);
        using var first = await OpenStreamAsync(server, id);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = await OpenStreamAsync(server, id);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var rest = first.Content.ReadAsStringAsync();
        using var end = new HttpRequestMessage(HttpMethod.Delete, "/mcp") { Headers = { { SessionId, id } } };
        await server.Client.SendAsync(end);
        (await rest.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thousand_sessions_leave_no_more_than_there_may_be()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { McpMaxSessions = 50 });
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            ids.AddRange(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => BeginAsync(server))));
        }

        ids.Distinct().Count().ShouldBe(1000);
        var alive = await Task.WhenAll(ids.Select(id => StatusAsync(server, request => request.Headers.Add(SessionId, id))));
        alive.Count(status => status == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(50);
        alive[^1].ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sessions_in_use_are_not_ended_for_another()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { McpMaxSessions = 1 });
        using var stream = await OpenStreamAsync(server, await BeginAsync(server));
        using var refused = await PostAsync(server, Initialize);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await JsonAsync(refused)).GetProperty("error").GetProperty("message").GetString()!.ShouldContain("mcp.max_sessions");
    }

    [Fact]
    public async Task The_newest_protocol_needs_no_session()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { McpMaxSessions = 1 });
        var only = await BeginAsync(server);
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server.Address, "mcp") }));
        (await client.ListToolsAsync()).Select(tool => tool.Name).ShouldContain("retrieve");
        client.NegotiatedProtocolVersion.ShouldBe("2026-07-28");
        (await client.CallToolAsync("memorize", new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = "Ana likes tea." })).IsError.ShouldNotBe(
            true);
        (await StatusAsync(server, request => request.Headers.Add(SessionId, only))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_streams()
    {
        await using var server = await RunningServer.StartAsync();
        using var stream = await OpenStreamAsync(server, await BeginAsync(server));
        using var old = await server.Client.GetAsync("/sse/", HttpCompletionOption.ResponseHeadersRead);
        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_message_to_an_unknown_stream_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new StringContent(List, Encoding.UTF8, "application/json");
        (await server.Client.PostAsync("/messages/?session_id=none", content)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> BeginAsync(RunningServer server)
    {
        using var answer = await PostAsync(server, Initialize);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Headers.GetValues(SessionId).ShouldHaveSingleItem();
    }

    private static Task<HttpResponseMessage> OpenStreamAsync(RunningServer server, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/mcp") { Headers = { { SessionId, id }, { "Accept", "text/event-stream" } } };
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, Action<HttpRequestMessage> change)
    {
        using var answer = await PostAsync(server, List, change);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningServer server, string body, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        change?.Invoke(request);
        return await server.Client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
