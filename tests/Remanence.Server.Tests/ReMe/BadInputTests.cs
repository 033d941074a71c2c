using System.Text.Json;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.ReMe;

/// <summary>
/// What nobody should send, with a model and without: an answer that says what is wrong, nothing half stored, and no reading or writing elsewhere.
/// </summary>
public sealed class BadInputTests
{
    private const string Good = """{"score":1,"messages":[{"role":"user","content":"sort the shelf"},{"role":"assistant","content":"done"}]}""";

    public static TheoryData<string> HostileNames =>
        new(
            "../etc", "..", ".hidden", "a/b", "a\\b", "/etc/passwd", " ", "\0", "x\0y", "a\nb", "\u202eevil", "$HOME", "`id`", "'; DROP TABLE memories;--",
            "%2e%2e%2f", "*", "?", "|",
            new string('a', 300),
            new string('长', 200));

    public static TheoryData<string> HostilePaths =>
        new(
            "/etc", "../..", "docs/library/../../..", "docs/library/../library-other", "docs\\library", "docs/library\0/x", "~", "/proc/self/cwd/docs",
            "./dump", "../", "", "/dev/null", "file:///etc", "\\\\server\\share", " ",
            new string('x', 100_000),
            "docs/library/" + new string('x', 5_000));

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_workspace_is_refused_everywhere(string name)
    {
        await using var server = await RunningServer.StartAsync();
        var json = JsonSerializer.Serialize(name);
        foreach (
            var (path, rest) in ((string, string)[])
                [
                    ("/summary_task_memory", $"\"trajectories\":[{Good}]"),
                    ("/summary_task_memory_simple", $"\"trajectories\":[{Good}]"),
                    ("/retrieve_task_memory", "\"query\":\"shelf\""),
                    ("/vector_store", "\"action\":\"list\""),
                    ("/vector_store", "\"action\":\"delete\""),
                    ("/record_task_memory", "\"memory_dicts\":[],\"update_utility\":true"),
                    ("/delete_task_memory", "\"freq_threshold\":1,\"utility_threshold\":1"),
                    (
                        "/add_tool_call_result",
                        """
                        "tool_call_results":[{"tool_name":"t","input":"i","output":"o"}]
                        """),
                    ("/retrieve_tool_memory", "\"tool_names\":\"t\""),
                ])
        {
            using var response = await server.Client.SendAsync("POST", path, Wire.Json($"{{\"workspace_id\":{json},{rest}}}"));
            ((int)response.StatusCode).ShouldBe(422, path);
        }

        var copied = await server.Client.PostAsync("/vector_store", $"{{\"action\":\"copy\",\"workspace_id\":\"w\",\"src_workspace_id\":{json}}}");
        copied.GetProperty("success").GetBoolean().ShouldBeFalse();
        copied.GetProperty("answer").GetString()!.Length.ShouldBeLessThan(1_000);
        (await server.Client.GetJsonAsync("/v1/workspaces")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(HostilePaths))]
    public async Task A_hostile_path_is_refused(string path)
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var action in (string[])["load", "dump"])
        {
            await server.Client.PostAsync("/summary_task_memory", $$"""{"workspace_id":"w","trajectories":[{{Good}}]}""");
            using var response = await server.Client.SendAsync(
                "POST",
                "/vector_store",
                Wire.Json($$"""{"workspace_id":"w","action":"{{action}}","path":{{JsonSerializer.Serialize(path)}}}"""));
            ((int)response.StatusCode).ShouldBe(400, action);
            var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
            problem.GetProperty("field").GetString().ShouldBe("path");
            problem.GetProperty("detail").GetString()!.Length.ShouldBeInRange(10, 1_000);
            (await CountAsync(server)).ShouldBe(1, "a refused load keeps what was there");
        }
    }

    [Theory]
    [InlineData(
        "/record_task_memory",
        """{"memory_dicts":[{"content":"c","metadata":{"a":1,"_remanence":{"runs":[]}}}],"update_utility":true}""",
        "memory_dicts",
        0,
        "metadata",
        "_remanence")]
    [InlineData(
        "/add_tool_call_result",
        """{"tool_call_results":[{"tool_name":"t","input":"i","output":"o","metadata":{"\u005fremanence":null}}]}""",
        "tool_call_results",
        0,
        "metadata",
        "_remanence")]
    [InlineData(
        "/summary_task_memory",
        """{"trajectories":[{"messages":[{"role":"user","content":"x","\u006detadata":{"_remanence":7}}]}]}""",
        "trajectories",
        0,
        "messages",
        0,
        "metadata",
        "_remanence")]
    [InlineData("/retrieve_task_memory", """{"query":"x","metadata":{"_remanence":{}}}""", "metadata", "_remanence")]
    public async Task What_Remanence_keeps_is_not_a_callers_to_set(string path, string body, params object[] location)
    {
        await using var server = await RunningServer.StartAsync();
        using var response = await server.Client.SendAsync("POST", path, Wire.Json("""{"workspace_id":"w",""" + body[1..]));
        ((int)response.StatusCode).ShouldBe(422);
        var fault = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("detail")[0];
        fault.GetProperty("loc").EnumerateArray().Select(part => part.ToString()).ShouldBe(["body", .. location.Select(part => $"{part}")]);
    }

    [Theory]
    [InlineData("""7""")]
    [InlineData("""null""")]
    [InlineData("""{"messages":[null]}""")]
    [InlineData("""{"messages":[{"role":["user"],"content":"x"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[null]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":"f"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"function":"f"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"score":"high"}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"score":[1]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"metadata":{"segments":"x"}}""")]
    public async Task One_bad_run_stores_none_of_its_request(string bad)
    {
        await using var model = await ModelEndpoint.StartAsync();
        foreach (var withModel in (bool[])[false, true])
        {
            await using var server = await StartAsync(withModel ? model : null);
            foreach (var flow in (string[])["/summary_task_memory", "/summary_task_memory_simple"])
            {
                var answer = await server.Client.PostAsync(flow, $$"""{"workspace_id":"w","trajectories":[{{Good}},{{bad}}]}""");
                answer.GetProperty("success").GetBoolean().ShouldBeFalse();
                answer.GetProperty("answer").GetString().ShouldNotBeNull().ShouldContain("trajectories[1]");
                (await CountAsync(server)).ShouldBe(0);
            }
        }

        model.Chat.Requests.ShouldBeEmpty("what is refused costs no call");
    }

    [Theory]
    [InlineData(
        """{"messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:,"}},null,7]}],"score":null}""")]
    [InlineData(
        """{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{"}}]},{"role":"tool","tool_call_id":"1","content":null}],"score":"1.0"}"""
    )]
    [InlineData(
        """{"messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"name":"f","arguments":{"a":[1,{"b":null}]}}]}],"score":true}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"},{"role":"critic\u202e","content":"y\u0000z"}],"score":"NaN"}""")]
    [InlineData("""{"task_id":{"a":1},"messages":[{"role":"user","content":"x"}],"score":1e999,"metadata":null}""")]
    public async Task What_can_be_understood_is_learnt_from(string run)
    {
        await using var model = await ModelEndpoint.StartAsync();
        model.Chat.Respond(request =>
            Reply.Text(
                request.Text.Contains("is_valid", StringComparison.Ordinal)
                    ? """{"is_valid":true,"score":0.9}"""
                    : """[{"when_to_use":"putting things in order","experience":"Begin at the left."}]"""));
        foreach (var withModel in (bool[])[false, true])
        {
            await using var server = await StartAsync(withModel ? model : null);
            var answer = await server.Client.PostAsync("/summary_task_memory", $$"""{"workspace_id":"w","trajectories":[{{run}}]}""");
            answer.GetProperty("success").GetBoolean().ShouldBeTrue(answer.ToString());
            (await CountAsync(server)).ShouldBe(1, answer.ToString());
        }
    }

    [Fact]
    public async Task Ten_thousand_messages_are_read_in_parts_that_the_model_can_hold()
    {
        await using var model = await ModelEndpoint.StartAsync();
        model.Chat.Respond(Reply.Text("[]"));
        var messages = string.Join(
            ',',
            Enumerable
                .Range(0, 5_000)
                .Select(i =>
                    $$$"""{"role":"assistant","content":null,"tool_calls":[{"id":"c{{{i}}}","function":{"name":"look","arguments":"{\"item\":{{{i}}}}"}}]},{"role":"tool","tool_call_id":"c{{{i}}}","content":"item {{{i}}} lies there"}"""));
        var body = $$"""{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"look at all items"},{{messages}}]}]}""";

        await using var asking = await StartAsync(model);
        (await asking.Client.PostAsync("/summary_task_memory", body)).GetProperty("success").GetBoolean().ShouldBeTrue();
        model.Chat.Requests.Count.ShouldBeGreaterThan(3);
        model.Chat.Requests.ShouldAllBe(request => request.Text.Length < 100_000);
        model.Chat.Requests.ShouldContain(request => request.Text.Contains("item 4999 lies there", StringComparison.Ordinal));

        await using var alone = await StartAsync(null);
        (await alone.Client.PostAsync("/summary_task_memory", body))
            .GetProperty("metadata")
            .GetProperty("memory_list")[0]
            .GetProperty("metadata")
            .GetProperty("steps")
            .GetInt32()
            .ShouldBe(5_000);
    }

    [Fact]
    public async Task A_message_longer_than_the_models_context_is_read_in_parts()
    {
        await using var model = await ModelEndpoint.StartAsync();
        model.Chat.Respond(Reply.Text("[]"));
        await using var server = await StartAsync(model);
        var words = string.Concat(Enumerable.Repeat("one more word 又一个词 ", 50_000));

        var answer = await server.Client.PostAsync(
            "/summary_task_memory",
            $$"""{"workspace_id":"w","trajectories":[{"score":0,"messages":[{"role":"user","content":"read"},{"role":"tool","content":"{{words}}"}]}]}""");

        answer.GetProperty("success").GetBoolean().ShouldBeTrue(answer.ToString());
        model.Chat.Requests.ShouldAllBe(request => request.Text.Length < 200_000);
    }

    private static Task<RunningServer> StartAsync(ModelEndpoint? model) =>
        RunningServer.StartAsync(settings =>
            model is null
                ? settings
                : settings with
                {
                    Configuration = new RemanenceConfiguration
                    {
                        ChatModels =
                        [
                            new ModelProfile
                            {
                                Name = "llm.default",
                                Backend = "openai_compatible",
                                Model = "test-model",
                                BaseUrl = model.BaseUrl,
                                ApiKey = "sk-test",
                                MaxRetries = 0,
                            },
                        ],
                    },
                });

    private static async Task<int> CountAsync(RunningServer server) =>
        (await server.Client.PostAsync("/vector_store", """{"workspace_id":"w","action":"list"}"""))
            .GetProperty("metadata")
            .GetProperty("action_result")
            .GetArrayLength();
}
