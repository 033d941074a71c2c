using System.Net;
using System.Text;
using System.Text.Json;

namespace Remanence.Server.Tests.ReMe;

public sealed class EnvelopeTests(FlowServerFixture fixture) : IClassFixture<FlowServerFixture>
{
    private readonly HttpClient _client = fixture.Client;

    [Fact]
    public async Task A_response_has_four_members_in_their_order()
    {
        var text = await (await _client.SendAsync("POST", "/echo", Wire.Json("""{"query":"你好"}"""))).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken);

        text.ShouldStartWith("""{"answer":"你好","messages":[{"role":"assistant","content":"heard"}],"success":true,"metadata":{"workspace":"default",""");
        Wire.Parse(text).EnumerateObject().Select(member => member.Name).ShouldBe(["answer", "messages", "success", "metadata"]);
    }

    [Fact]
    public async Task Fields_of_the_schema_are_null_when_not_given_and_others_pass()
    {
        var inputs = await InputsAsync("/typed", """{"needed":"x","anything":{"a":[1]},"top_k":5,"text":null}""");

        inputs.GetProperty("text").ValueKind.ShouldBe(JsonValueKind.Null);
        inputs.GetProperty("list").ValueKind.ShouldBe(JsonValueKind.Null);
        inputs.GetProperty("anything").GetProperty("a")[0].GetInt32().ShouldBe(1);
        inputs.GetProperty("top_k").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Reserved_names_do_no_harm_and_stream_is_the_flows()
    {
        var inputs = await InputsAsync("/echo", """{"flow_id":"x","response":1,"stream_queue":[],"stream":true,"query":"q"}""");

        inputs.EnumerateObject().Select(member => member.Name).ShouldBe(["stream", "query"], ignoreOrder: true);
        inputs.GetProperty("stream").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{}""", "default")]
    [InlineData("""{"workspace_id":""}""", "default")]
    [InlineData("""{"workspace_id":null}""", "default")]
    [InlineData("""{"workspace_id":"task_workspace"}""", "task_workspace")]
    public async Task A_workspace_that_is_not_named_is_called_default(string body, string workspace) =>
        (await _client.PostAsync("/echo", body)).GetProperty("metadata").GetProperty("workspace").GetString().ShouldBe(workspace);

    [Theory]
    [InlineData("""{"role":"user"}""")]
    [InlineData("""{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}""")]
    [InlineData(
        """{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:,"}}],"time_created":"2025-09-10 09:00:00"}""")]
    [InlineData("""{"role":"critic","content":"x","unknown":[[1]]}""")]
    public async Task Messages_come_as_agents_send_them(string message) =>
        (await _client.PostAsync("/echo", $$"""{"messages":[{{message}}]}""")).GetProperty("metadata").GetProperty("said").GetInt32().ShouldBe(1);

    [Theory]
    [InlineData("""{"whole":"5","number":" 2.5","flag":"yes","needed":""}""", """{"whole":5,"number":2.5,"flag":true}""")]
    [InlineData("""{"whole":5.0,"number":1,"flag":0,"needed":""}""", """{"whole":5,"number":1,"flag":false}""")]
    [InlineData("""{"whole":"-7.0","number":true,"flag":"OFF","needed":""}""", """{"whole":-7,"number":1,"flag":false}""")]
    [InlineData("""{"whole":true,"number":"1e3","flag":1.0,"needed":""}""", """{"whole":1,"number":1000,"flag":true}""")]
    public async Task Numbers_and_truths_may_be_written_as_text(string body, string expected)
    {
        var inputs = await InputsAsync("/typed", body);

        foreach (var member in Wire.Parse(expected).EnumerateObject())
        {
            inputs.GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText(), member.Name);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.api+json")]
    [InlineData(null)]
    public async Task Json_needs_no_content_type(string? type)
    {
        using var response = await _client.SendAsync("POST", "/echo", Wire.Bytes("\uFEFF{\"query\":\"x\"}"u8.ToArray(), type));

        (await response.ReadAsync()).GetProperty("answer").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task The_last_of_two_members_of_one_name_counts() =>
        (await _client.PostAsync("/echo", """{"query":"a","query":"b"}""")).GetProperty("answer").GetString().ShouldBe("b");

    [Fact]
    public async Task Many_calls_at_once_do_not_mix()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
            (await _client.PostAsync("/echo", $$"""{"query":"{{i}}","workspace_id":"w{{i}}","pad":"{{new string('x', i * 400)}}"}"""), i)));

        foreach (var (answer, i) in answers)
        {
            answer.GetProperty("answer").GetString().ShouldBe($"{i}");
            answer.GetProperty("metadata").GetProperty("workspace").GetString().ShouldBe($"w{i}");
            answer.GetProperty("metadata").GetProperty("inputs").GetProperty("pad").GetString()!.Length.ShouldBe(i * 400);
        }
    }

    [Theory]
    [InlineData("POST", "/no_such_flow", 404, """{"detail":"Not Found"}""")]
    [InlineData("POST", "/hidden", 404, """{"detail":"Not Found"}""")]
    [InlineData("GET", "/echo", 405, """{"detail":"Method Not Allowed"}""")]
    [InlineData("DELETE", "/typed", 405, """{"detail":"Method Not Allowed"}""")]
    public async Task What_is_not_there_is_said_as_fast_api_says_it(string method, string path, int status, string body)
    {
        using var response = await _client.SendAsync(method, path);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(body);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("GET", "/no_such_flow", 404)]
    [InlineData("POST", "/a/b", 404)]
    [InlineData("POST", "/v1/nothing", 404)]
    [InlineData("POST", "/v1/workspaces", 405)]
    [InlineData("POST", "/health", 405)]
    public async Task The_native_surface_keeps_its_problem_documents(string method, string path, int status) =>
        await (await _client.SendAsync(method, path, Wire.Json("{}"))).ReadProblemAsync(status);

    [Fact]
    public async Task Health_goes_on_answering() => (await _client.GetJsonAsync("/health")).GetProperty("status").GetString().ShouldBe("ok");

    [Fact]
    public async Task Capitals_do_not_make_another_flow()
    {
        using var response = await _client.SendAsync("POST", "/ECHO", Wire.Json("""{"query":"x"}"""));

        (await response.ReadAsync()).GetProperty("answer").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { HttpMaxBodyMb = 1 }, TestFlows.Add);
        using var response = await server.Client.SendAsync("POST", "/echo", Wire.Json("{\"query\":\"" + new string('x', 1 << 20) + "\"}"));

        await response.ReadProblemAsync(413, "body");
    }

    [Fact]
    public async Task A_web_page_of_another_site_is_refused()
    {
        using var response = await _client.SendAsync("POST", "/echo", new StringContent("{}", Encoding.UTF8, "text/plain"), ("Origin", "https://example.com"));

        await response.ReadProblemAsync(403);
    }

    private async Task<JsonElement> InputsAsync(string path, string body) =>
        (await _client.PostAsync(path, body, HttpStatusCode.OK)).GetProperty("metadata").GetProperty("inputs");
}
