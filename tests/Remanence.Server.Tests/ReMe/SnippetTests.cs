using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Remanence.Server.Tests.Http;

namespace Remanence.Server.Tests.ReMe;

/// <summary>The calls of ReMe's guides, by the programs that make them, against the flows that come with Remanence and no model.</summary>
public sealed class SnippetTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Runs = """
        {
            "workspace_id": "task_workspace",
            "trajectories": [
              {"messages": [{"role": "user", "content": "帮我安排一次搬家"}], "score": 1.0}
            ]
          }
        """;

    private readonly string _base = fixture.Server.Address.AbsoluteUri.TrimEnd('/');

    [Fact]
    public async Task Curl()
    {
        var learnt = Wire.Parse(await RunAsync("curl", "-s", "-X", "POST", _base + "/summary_task_memory", "-H", "Content-Type: application/json", "-d", Runs));
        var found = Wire.Parse(await RunAsync(
            "curl", "-s", "-X", "POST", _base + "/retrieve_task_memory", "-H", "Content-Type: application/json", "-d",
            """{"workspace_id": "task_workspace", "query": "怎样安排搬家？", "top_k": 1}"""));

        learnt.GetProperty("success").GetBoolean().ShouldBeTrue();
        Wire.Parse(learnt.GetProperty("answer").GetString()!).GetArrayLength().ShouldBe(1);
        found
            .GetProperty("metadata")
            .GetProperty("memory_list")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("when_to_use")
            .GetString()!
            .ShouldContain("搬家");
        found.GetProperty("answer").GetString()!.ShouldContain("搬家");
    }

    [Fact]
    public async Task Node()
    {
        var seen = Wire.Parse(await RunAsync("node", Path.Combine(AppContext.BaseDirectory, "ReMe", "snippets.mjs"), _base));

        seen.GetProperty("members").EnumerateArray().Select(name => name.GetString()).ShouldBe(["answer", "messages", "success", "metadata"]);
        seen.GetProperty("learnt").GetInt32().ShouldBe(1);
        seen.GetProperty("success").GetBoolean().ShouldBeTrue();
        seen.GetProperty("found").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("Plan the move to the new office");
        seen.GetProperty("guided").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_requests_sends()
    {
        const string Body =
            """{"workspace_id": "python_workspace", "trajectories": [{"messages": [{"role": "user", "content": "\u642c\u5bb6"}], "score": 1.0}]}""";
        using var client = new TcpClient();
        await client.ConnectAsync(fixture.Server.Address.Host, fixture.Server.Address.Port, TestContext.Current.CancellationToken);
        await client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /summary_task_memory HTTP/1.1\r\nHost: localhost:{fixture.Server.Address.Port}\r\nUser-Agent: "
                    + $"python-requests/2.32.0\r\nAccept-Encoding: gzip, deflate\r\n"
                        + $"Accept: */*\r\nConnection: close\r\nContent-Length: {Body.Length}\r\nContent-Type: application/json\r\n\r\n{Body}"),
                TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 200 OK");
        answer.ShouldContain("Content-Type: application/json\r\n");
        Wire.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])
            .GetProperty("metadata")
            .GetProperty("memory_list")[0]
            .GetProperty("when_to_use")
            .GetString()
            .ShouldBe("搬家");
    }

    [Theory]
    [InlineData("/summary_task_memory", """{"trajectories":null}""")]
    [InlineData("/summary_task_memory", """{"trajectories":[]}""")]
    [InlineData("/summary_task_memory", """{"trajectories":[{"messages":[],"score":null}]}""")]
    [InlineData(
        "/summary_task_memory_simple",
        """{"trajectories":[{"messages":[{"role":"assistant","content":null,"tool_calls":[{"name":"f","arguments":"{}"}]}]}]}""")]
    [InlineData("/summary_task_memory", """{"trajectories":[{"messages":[{"role":"critic","content":[{"type":"text","text":"x"}]}],"score":"much"}]}""")]
    [InlineData("/summary_task_memory", """{"trajectories":[7]}""")]
    [InlineData("/retrieve_task_memory", """{"query":""}""")]
    [InlineData("/retrieve_task_memory", """{"query":"x","top_k":-1}""")]
    [InlineData("/retrieve_task_memory_simple", """{"query":"x","top_k":1000000000}""")]
    [InlineData("/vector_store", """{"action":"copy"}""")]
    [InlineData("/vector_store", """{"action":"delete_ids"}""")]
    [InlineData("/vector_store", """{"action":"delete_ids","memory_ids":[1,null]}""")]
    [InlineData("/vector_store", """{"action":""}""")]
    [InlineData("/record_task_memory", """{"workspace_id":"","memory_dicts":[],"update_utility":"no"}""")]
    [InlineData("/record_task_memory", """{"workspace_id":"w","memory_dicts":[1,{}],"update_utility":true}""")]
    [InlineData("/delete_task_memory", """{"workspace_id":"w","freq_threshold":"5","utility_threshold":"0.5"}""")]
    [InlineData("/add_tool_call_result", """{"tool_call_results":[{"tool_name":"f","score":null},{}]}""")]
    [InlineData("/summary_tool_memory", """{"tool_names":",,"}""")]
    [InlineData("/retrieve_tool_memory", """{"tool_names":"unknown"}""")]
    [InlineData("/react", """{"query":""}""")]
    [InlineData("/react", """{"query":"x"}""")]
    [InlineData("/react", """{"query":"x","workspace_id":"never_seen"}""")]
    [InlineData("/use_mock_search", """{"query":" "}""")]
    [InlineData("/use_mock_search", """{"query":"x{y}"}""")]
    public async Task Odd_calls_are_answered_and_never_a_500(string path, string body)
    {
        using var response = await fixture.Client.SendAsync("POST", path, Wire.Json(body));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(200, text);
        Wire.Parse(text).GetProperty("success").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(0, await errors);
            return output;
        }
        catch (Win32Exception exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not installed: {exception.Message}");
            throw;
        }
    }
}
