using System.Text.Json;
using System.Text.Json.Nodes;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.TaskMemory;

/// <summary>The built-in flows when there is no model.</summary>
public sealed class VerbatimFlowTests
{
    private const string Runs = """
        {"workspace_id":"w","trajectories":[
          {"task_id":"1","score":1.0,"messages":[{"role":"user","content":"Help me create a project plan"},{"role":"assistant","content":"","tool_calls":[{"name":"plan","arguments":"{}"}]}]},
          {"task_id":"2","score":0.0,"messages":[{"role":"user","content":"Delete my account"},{"role":"assistant","content":"No."}]}]}
        """;

    [Theory]
    [InlineData("summary_task_memory", "retrieve_task_memory")]
    [InlineData("summary_task_memory_simple", "retrieve_task_memory_simple")]
    public async Task What_was_learnt_is_found(string summary, string retrieval)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var learnt = await fixture.RunAsync(summary, Runs);
        learnt.Success.ShouldBeTrue();
        learnt.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Verbatim);
        learnt.Metadata["update_result"]!["inserted_count"]!.GetValue<int>().ShouldBe(2);
        learnt.Metadata["memory_list"]!.AsArray().Count.ShouldBe(2);
        FlowsFixture.Parse(learnt.Answer).GetArrayLength().ShouldBe(2);
        learnt.Answer.ShouldAllBe(c => char.IsAscii(c));

        var found = await fixture.RunAsync(retrieval, """{"workspace_id":"w","query":"How to efficiently manage project progress?","top_k":1}""");
        found.Answer.ShouldContain("request: Help me create a project plan\nactions: plan()\noutcome: success\ntools: plan");
        found.Metadata["memory_list"]!.AsArray().ShouldHaveSingleItem()!["memory_type"]!.GetValue<string>().ShouldBe("task");
        found.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Verbatim);
    }

    // What has nothing to do with the query is told from what answers it, however little else there is.
    [Theory]
    [InlineData("Order bread at the bakery before nine.", "translate a poem", 0, 0.05)]
    [InlineData("Order bread at the bakery before nine.", "paint the fence blue", 0, 0.05)]
    [InlineData("Book a flight to Madrid.", "repair a bicycle chain", 0, 0.05)]
    [InlineData("Book a flight to Madrid.", "巴黎的天气", 0, 0.05)]
    [InlineData("我每天早上去公园跑步", "解方程", 0, 0.05)]
    [InlineData("我每天早上去公园跑步", "translate a poem", 0, 0.05)]
    [InlineData("Order bread at the bakery before nine.", "order bread", 1, 1)]
    [InlineData("Order bread at the bakery before nine.", "get bread for breakfast", 0.6, 1)]
    [InlineData("Book a flight to Madrid.", "buy a plane ticket to Spain", 0.6, 1)]
    [InlineData("我每天早上去公园跑步", "晨跑的地点", 0.6, 1)]
    [InlineData("จองตั๋วรถไฟไปเชียงใหม่", "ตั๋วรถไฟ", 1, 1)]
    public async Task A_score_says_how_far_a_memory_answers(string said, string query, double least, double most)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var run = new JsonObject
        {
            ["score"] = 1,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = said }, new JsonObject { ["role"] = "assistant", ["content"] = "" }),
        };
        await fixture.RunAsync("summary_task_memory", new JsonObject { ["workspace_id"] = "w", ["trajectories"] = new JsonArray(run) }.ToJsonString());

        var found = await fixture.RunAsync("retrieve_task_memory", new JsonObject { ["workspace_id"] = "w", ["query"] = query }.ToJsonString());
        found.Metadata["memory_list"]!.AsArray().ShouldHaveSingleItem()!["score"]!.GetValue<double>().ShouldBeInRange(least, most);
    }

    [Fact]
    public async Task The_same_runs_twice_store_nothing_twice()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync("summary_task_memory", Runs);
        var again = await fixture.MetadataAsync("summary_task_memory", Runs);
        again.GetProperty("update_result").GetRawText().ShouldBe("""{"deleted_count":0,"inserted_count":0,"updated_count":0,"superseded_count":0}""");
        again.GetProperty("memory_list").GetArrayLength().ShouldBe(2);
        (await fixture.AllAsync("w")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Summaries_side_by_side_lose_nothing()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() =>
                        fixture.RunAsync(
                            "summary_task_memory",
                            $$"""
                            {"workspace_id":"w","trajectories":[{"task_id":"{{i}}","score":1,"messages":[{"role":"user","content":"do it"},{"role":"assistant","content":"{\"action\":\"{{i
                                % 4}}\"}"}]}]}
                            """))));
        var memories = await fixture.AllAsync("w");
        memories.Count.ShouldBe(4);
        memories.Sum(memory => memory.Use.Reinforced).ShouldBe(16);
    }

    [Theory]
    [InlineData("""{"workspace_id":"w"}""", "trajectories")]
    [InlineData("""{"workspace_id":"w","trajectories":null}""", "trajectories")]
    [InlineData("""{"workspace_id":"w","trajectories":"x"}""", "trajectories")]
    [InlineData("""{"workspace_id":"w","trajectories":[{"messages":[1]}]}""", "trajectories[0].messages[0]")]
    [InlineData("""{"workspace_id":"../w","trajectories":[{"messages":[{"content":"a"}]}]}""", "workspace")]
    public async Task Bad_runs_are_refused(string json, string field)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        (await Should.ThrowAsync<InvalidRequestException>(() => fixture.RunAsync("summary_task_memory", json))).Field.ShouldBe(field);
    }

    [Fact]
    public async Task Nothing_to_learn_is_no_error()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var response = await fixture.RunAsync("summary_task_memory", """{"workspace_id":"w","trajectories":[{"messages":[],"score":NaN}]}""");
        response.Success.ShouldBeTrue();
        response.Answer.ShouldBe("");
        response.Metadata.ContainsKey("memory_list").ShouldBeFalse();
        (await fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"anything"}""")).Answer.ShouldBe("");
    }

    [Fact]
    public async Task Top_k_is_honoured_and_other_kinds_stay_away()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var runs = string.Join(
            ',',
            Enumerable.Range(0, 30).Select(i => $$"""{"score":1,"messages":[{"role":"user","content":"count the apples in basket {{i}}"}]}"""));
        await fixture.RunAsync("summary_task_memory", $$"""{"workspace_id":"w","trajectories":[{{runs}}]}""");
        await fixture.Engine.MemorizeAsync("w", new MemorizeRequest { Messages = [new() { Role = "user", Content = "apples and baskets" }] });
        var found = await fixture.MetadataAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples in a basket","top_k":20}""");
        found.GetProperty("memory_list").EnumerateArray().Count(memory => memory.GetProperty("memory_type").GetString() == "task").ShouldBe(20);
        (await fixture.MetadataAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples"}"""))
            .GetProperty("memory_list")
            .GetArrayLength()
            .ShouldBe(3);
        (
            await Should.ThrowAsync<InvalidRequestException>(() =>
                fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples","top_k":0}"""))
        ).Field.ShouldBe("top_k");
    }

    [Fact]
    public async Task Without_a_query_the_last_messages_are_asked()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync("summary_task_memory", Runs);
        (
            await fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"","messages":[{"role":"user","content":"I need a project plan"}]}""")
        ).Answer.ShouldContain("project plan");
        (
            await Should.ThrowAsync<InvalidRequestException>(() => fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":" "}"""))
        ).Field.ShouldBe("query");
    }

    [Fact]
    public async Task Uses_are_counted_and_what_does_not_help_is_forgotten()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync("summary_task_memory", Runs);
        var memory = (await fixture.MetadataAsync("retrieve_task_memory", """{"workspace_id":"w","query":"project plan","top_k":1}""")).GetProperty(
            "memory_list"
        )[0];
        async Task<JsonElement> RecordAsync(bool helped) =>
            await fixture.MetadataAsync(
                "record_task_memory",
                $$"""{"workspace_id":"w","memory_dicts":[{{memory.GetRawText()}},{"memory_id":"gone"}],"update_utility":{{(helped ? "true" : "false")}}}""");

        var recorded = await RecordAsync(true);
        recorded.GetProperty("memory_list")[0].GetProperty("metadata").GetProperty("utility").GetInt32().ShouldBe(1);
        recorded.GetProperty("unknown_memory_ids")[0].GetString().ShouldBe("gone");
        await RecordAsync(false);
        (await RecordAsync(false)).GetProperty("memory_list")[0].GetProperty("metadata").GetProperty("freq").GetInt32().ShouldBe(3);
        (await fixture.AllAsync("w")).Single(each => each.Use.Retrieved > 0).Score.ShouldBeNull("the score of a search is not written back");

        (await fixture.MetadataAsync("delete_task_memory", """{"workspace_id":"w","freq_threshold":3,"utility_threshold":0.3}"""))
            .GetProperty("deleted_memory_ids")
            .GetArrayLength()
            .ShouldBe(0);
        var forgotten = await fixture.MetadataAsync("delete_task_memory", """{"workspace_id":"w","freq_threshold":3,"utility_threshold":0.5}""");
        forgotten.GetProperty("deleted_memory_ids")[0].GetString().ShouldBe(memory.GetProperty("memory_id").GetString());
        forgotten.GetProperty("update_result").GetProperty("deleted_count").GetInt32().ShouldBe(1);
        (await fixture.AllAsync("w")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Parallel_records_add_up()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync("summary_task_memory", Runs);
        var id = (await fixture.AllAsync("w"))[0].Id;
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(() =>
                        fixture.RunAsync(
                            "record_task_memory",
                            $$"""{"workspace_id":"w","memory_dicts":[{"memory_id":"{{id}}"}],"update_utility":{{(i % 4 == 0 ? "true" : "false")}}}"""))));
        var use = (await fixture.Engine.GetAsync(new Scope("w"), id)).Use;
        (use.Retrieved, use.Helpful).ShouldBe((40, 10));
    }

    [Fact]
    public async Task What_must_not_be_remembered_is_not_learnt_from_runs_and_tools()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        const string calls =
            """{"workspace_id":"w","tool_call_results":[{"tool_name":"pay","input":{"card":4111111111111111,"n":0.4539578763621486},"output":"paid by 4111 1111 1111 1111","time_cost":0.4539578763621486}]}""";
        await fixture.RunAsync("add_tool_call_result", calls);
        (await fixture.RunAsync("add_tool_call_result", calls)).Metadata["deduplication_stats"]!["added"]!.GetValue<int>().ShouldBe(0);
        await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"messages":[{"role":"user","content":"Pay the bill by 4111 1111 1111 1111"},{"role":"assistant","content":"I paid by 4111 1111 1111 1111."}],"score":1.0}]}""");

        var memories = (await fixture.Engine.ListAsync(new MemoryQuery { Scope = new Scope("w") })).Items;
        memories.Select(memory => memory.Kind).ShouldBe([MemoryKinds.Tool, MemoryKinds.Task], ignoreOrder: true);
        foreach (var memory in memories)
        {
            var text =
                $"{memory.Content} {memory.Trigger} {string.Join(' ', memory.Keywords)} {memory.Metadata} "
                + $"{string.Join(' ', memory.State?.Tool?.Results ?? [])}";
            text.ShouldContain("card number removed");
            text.ShouldNotContain("1111 1111");
            text.ShouldNotContain("4111111111111111");
        }

        memories
            .Single(memory => memory.Kind == MemoryKinds.Tool)
            .State!.Tool!.Results.Select(call => call.GetRawText())
            .ShouldContain(call => call.Contains("0.4539578763621486", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tools_are_learnt_summarised_and_found()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        const string calls = """
            {"workspace_id":"w","tool_call_results":[
              {"tool_name":"web_search","input":{"q":"rome"},"output":"Rome is old","time_cost":1.5,"success":true},
              {"tool_name":"web_search","input":{"q":""},"output":"Error: empty query","success":false},
              {"tool_name":"web_search","input":"","output":"x"}]}
            """;
        var added = await fixture.RunAsync("add_tool_call_result", calls);
        added.Metadata["validation_stats"]!.ToJsonString().ShouldBe("""{"total_input":3,"valid":2,"filtered":1}""");
        added.Metadata["deduplication_stats"]!.ToJsonString().ShouldBe("""{"total_new":2,"deduplicated":0,"added":2}""");
        added.Metadata["memory_list"]![0]!["tool_call_results"]!.AsArray().Count.ShouldBe(2);
        added.Answer.ShouldContain("- web_search: 2 calls, 2 added");
        (await fixture.RunAsync("add_tool_call_result", calls)).Metadata["deduplication_stats"]!["added"]!.GetValue<int>().ShouldBe(0);

        (await fixture.RunAsync("summary_tool_memory", """{"workspace_id":"w","tool_names":"webSearch"}""")).Answer.ShouldContain("success rate: 50%");
        var found = await fixture.RunAsync("retrieve_tool_memory", """{"workspace_id":"w","tool_names":"web_search, nothing"}""");
        found.Answer.ShouldContain("Tool: web_search\nweb_search: what calls so far have shown.");
        found.Metadata["memory_list"]![0]!["tool_call_results"]![0]!["is_summarized"]!.GetValue<bool>().ShouldBeTrue();
        (await fixture.MetadataAsync("summary_tool_memory", """{"workspace_id":"w","tool_names":"web_search"}"""))
            .GetProperty("update_result")
            .GetProperty("updated_count")
            .GetInt32()
            .ShouldBe(0);
    }

    [Theory]
    [InlineData("add_tool_call_result", """{"workspace_id":"w","tool_call_results":[]}""")]
    [InlineData("add_tool_call_result", """{"workspace_id":"w","tool_call_results":[{"tool_name":"t"}]}""")]
    [InlineData("summary_tool_memory", """{"workspace_id":"w","tool_names":" , "}""")]
    [InlineData("retrieve_tool_memory", """{"workspace_id":"w","tool_names":"unknown"}""")]
    public async Task What_tools_cannot_give_is_no_success(string flow, string json)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var response = await fixture.RunAsync(flow, json);
        response.Success.ShouldBeFalse();
        response.Answer.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_missing_field_is_refused() =>
        (await Should.ThrowAsync<InvalidRequestException>(async () =>
        {
            await using var fixture = await FlowsFixture.CreateAsync();
            await fixture.RunAsync("record_task_memory", """{"workspace_id":"w","update_utility":true}""");
        })).Field.ShouldBe("memory_dicts");
}
