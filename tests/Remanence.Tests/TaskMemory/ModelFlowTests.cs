using System.Text.Json;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Services;

namespace Remanence.Tests.TaskMemory;

/// <summary>The built-in flows with a model.</summary>
public sealed class ModelFlowTests
{
    private const string Success = "was given this task and succeeded";
    private const string Failure = "did not succeed";
    private const string Comparison = "ended differently";
    private const string Validation = "is to be stored for later agents";
    private const string Verdict = "A new lesson for agents";
    private const string Valid = """{"is_valid": true, "score": 0.8, "feedback": "good"}""";

    private const string TwoRuns = """
        {"workspace_id":"w","trajectories":[
          {"task_id":"1","score":1.0,"messages":[{"role":"user","content":"list all songs"},{"role":"assistant","content":"paged through"}]},
          {"task_id":"1","score":0.0,"messages":[{"role":"user","content":"list all songs"},{"role":"assistant","content":"took the first page"}]},
          {"task_id":"2","score":0.0,"messages":[{"role":"user","content":"water the plants"},{"role":"assistant","content":"forgot"}]}]}
        """;

    [Fact]
    public async Task Lessons_are_extracted_judged_and_stored()
    {
        var chat = new AnsweringChat()
            .When(Validation, prompt => prompt.Contains("weak", StringComparison.Ordinal) ? """{"is_valid": true, "score": "0.4"}""" : Valid)
            .When(Success, Lessons("Paging through lists", "Go on until a page is empty."))
            .When(Failure, prompt => prompt.Contains("plants", StringComparison.Ordinal) ? Lessons("Watering plants", "weak advice") : "[]")
            .When(Comparison, "Here you are:\n```json\n" + Lessons("Counting list items", "One page is not the list.") + "\n```")
            .When(Verdict, """{"verdicts":["different","different","different","different"]}""");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        var response = await fixture.RunAsync("summary_task_memory", TwoRuns);
        response.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Inferred);
        var memories = await fixture.AllAsync("w");
        memories.Select(memory => memory.Content).ShouldBe(["Go on until a page is empty.", "One page is not the list."], ignoreOrder: true);
        memories.ShouldAllBe(memory => memory.Score == 0.8 && memory.Author == "fake-1" && memory.Metadata!.Value.GetProperty("confidence").GetDouble() == 0.9);
        JsonElement.Parse(response.Answer).GetArrayLength().ShouldBe(2);

        // One comparison, of the two runs of one task; the third is not mixed in.
        chat.Prompts.Where(prompt => prompt.Contains(Comparison, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldNotContain("plants");
    }

    [Fact]
    public async Task Calls_run_side_by_side()
    {
        var chat = new AnsweringChat { AllThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), WaitFor = 4 }
            .When(Success, "[]").When(Failure, "[]").When(Comparison, "[]");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        await fixture.RunAsync("summary_task_memory", TwoRuns);
        chat.MostAtOnce.ShouldBe(4);
    }

    [Fact]
    public async Task The_same_lesson_again_reinforces_and_the_opposite_supersedes()
    {
        var lesson = Lessons("Paging through lists", "Go on until a page is empty.");
        var verdict = "same";
        var chat = new AnsweringChat().When(Validation, Valid).When(Success, _ => lesson).When(Verdict, _ => $$"""{"verdicts":["{{verdict}}"]}""");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        const string run = """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"list songs"}]}]}""";
        await fixture.RunAsync("summary_task_memory", run);
        await fixture.RunAsync("summary_task_memory", run);
        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Use.Reinforced.ShouldBe(1);
        chat.Prompts.ShouldNotContain(prompt => prompt.Contains(Verdict, StringComparison.Ordinal), "equal words need no judge");

        lesson = Lessons("Paging through lists", "Go on until one page is empty!");
        await fixture.RunAsync("summary_task_memory", run);
        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Use.Reinforced.ShouldBe(2);

        (lesson, verdict) = (Lessons("Paging through lists", "Stop before a page is empty."), "contradicts");
        var update = await fixture.MetadataAsync("summary_task_memory", run);
        update.GetProperty("update_result").GetProperty("superseded_count").GetInt32().ShouldBe(1);
        var memories = await fixture.AllAsync("w");
        memories.Count.ShouldBe(2);
        var old = memories.Single(memory => memory.Status == MemoryStatus.Superseded);
        old.SupersededBy.ShouldBe(memories.Single(memory => memory.Status == MemoryStatus.Active).Id);
        (await fixture.Engine.GetHistoryAsync(new Scope("w"), old.Id)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Lessons_that_all_fail_give_an_empty_list_and_none_gives_no_answer()
    {
        var chat = new AnsweringChat()
            .When(Validation, """{"is_valid": false, "score": 0.1}""")
            .When(Success, prompt => prompt.Contains("songs", StringComparison.Ordinal) ? Lessons("a b", "c d") : "[]");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        var refused = await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"songs"}]}]}""");
        (refused.Answer, refused.Metadata["memory_list"]!.AsArray().Count).ShouldBe(("[]", 0));
        var none = await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"other"}]}]}""");
        (none.Answer, none.Metadata.ContainsKey("memory_list")).ShouldBe(("", false));
        none.Metadata["update_result"]!["inserted_count"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("summary_task_memory")]
    [InlineData("summary_task_memory_simple")]
    public async Task An_outage_is_told_and_stores_nothing(string flow)
    {
        await using var fixture = await FlowsFixture.CreateAsync(new AnsweringChat { Failure = ModelFailure.Unavailable });
        var failed = await Should.ThrowAsync<FlowException>(() => fixture.RunAsync(flow, TwoRuns));
        failed.Message.ShouldContain("The endpoint is down");
        (await fixture.AllAsync("w")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_cannot_be_read_is_no_success()
    {
        await using var fixture = await FlowsFixture.CreateAsync(new AnsweringChat().When(Success, Lessons("a b", "c")).When(Validation, "I like it."));
        var failed = await Should.ThrowAsync<FlowException>(() =>
            fixture.RunAsync("summary_task_memory", """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"songs"}]}]}"""));
        failed.InnerException.ShouldBeOfType<ModelException>().Failure.ShouldBe(ModelFailure.BadReply);
    }

    [Fact]
    public async Task Long_runs_are_read_in_parts()
    {
        var chat = new AnsweringChat().When(Success, "[]");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        var messages = string.Join(
            ',',
            Enumerable.Range(0, 10_000).Select(i => $$"""{"role":"assistant","content":"step {{i}}: looked at item number {{i}} and went on"}"""));
        await fixture.RunAsync(
            "summary_task_memory",
            $$"""{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"look"},{{messages}}]}]}""");
        chat.Prompts.Count.ShouldBeGreaterThan(5);
        chat.Prompts.ShouldAllBe(prompt => prompt.Length < 60_000);
        chat.Prompts.ShouldContain(prompt => prompt.Contains("step 9999:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retrieval_is_ordered_and_rewritten()
    {
        var chat = new AnsweringChat()
            .When("were found", """{"ranked_indices":[2, 7, 2, 0],"reasoning":"so"}""")
            .When("guidance for this very task", """{"rewritten_context": "First page through."}""");
        await using var fixture = await WithMemoriesAsync(chat);
        var plain = Contents(await fixture.MetadataAsync("retrieve_task_memory_simple", """{"workspace_id":"w","query":"apples","top_k":3}"""));
        var response = await fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples","top_k":3}""");
        response.Answer.ShouldBe("First page through.");
        Contents(JsonElement.Parse(response.Metadata.ToJson().ToJsonString())).ShouldBe([plain[2], plain[0], plain[1]]);
        response.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Inferred);
    }

    [Fact]
    public async Task Retrieval_survives_an_outage_and_says_so()
    {
        await using var fixture = await WithMemoriesAsync(new AnsweringChat { Failure = ModelFailure.Unavailable });
        var response = await fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples"}""");
        response.Answer.ShouldContain("Content: apples ");
        response.Metadata["mode"]!.GetValue<string>().ShouldBe(Modes.Verbatim);
        response.Metadata["degraded"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_guidance_without_JSON_is_taken_as_it_is()
    {
        await using var fixture = await WithMemoriesAsync(
            new AnsweringChat().When("were found", "[1, 0]").When("guidance for this very task", "Just page through."));
        (await fixture.RunAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples"}""")).Answer.ShouldBe("Just page through.");
    }

    [Fact]
    public async Task Optional_operators_take_their_places()
    {
        var chat = new AnsweringChat()
            .When("numbered steps", """{"segment_points":[1, 99]}""")
            .When(Success, prompt => prompt.Contains("paged", StringComparison.Ordinal) ? Lessons("Paging", "Page on.") : "[]")
            .When(Failure, "[]")
            .When(Verdict, """{"verdicts":["same"]}""")
            .When("of which the first went better", Lessons("Pages", "One is not all."));
        await using var fixture = await FlowsFixture.CreateAsync(
            chat,
            [
                new FlowDefinition
                {
                    Name = "segmented",
                    Expression =
                        "trajectory_preprocess >> trajectory_segmentation >> (success_extraction | failure_extraction) >> memory_deduplication >> "
                        + "update_vector_store",
                    Inputs = [],
                },
                new FlowDefinition
                {
                    Name = "compared",
                    Expression = "simple_comparative_summary >> update_vector_store",
                    Inputs = [],
                },
            ]);
        const string run =
            """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"list"},{"role":"assistant","content":"looked"},{"role":"assistant","content":"paged"}]}]}""";
        await fixture.RunAsync("segmented", run);
        chat.Prompts.Count(prompt => prompt.Contains(Success, StringComparison.Ordinal)).ShouldBe(2);
        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Content.ShouldBe("Page on.");
        await fixture.RunAsync("compared", TwoRuns);
        (await fixture.AllAsync("w")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Runs_that_are_alike_are_compared_where_it_is_wanted()
    {
        var chat = new AnsweringChat()
            .When(Validation, Valid)
            .When(Success, "[]")
            .When(Failure, "[]")
            .When(Comparison, Lessons("Paging", "One page is not all."));
        await using var fixture = await FlowsFixture.CreateAsync(
            chat,
            null,
            new OperatorConfiguration
            {
                Name = "comparative_extraction_op",
                Parameters = new Dictionary<string, JsonElement>
                {
                    ["enable_similarity_comparison"] = JsonElement.Parse("true"),
                    ["similarity_threshold"] = JsonElement.Parse("0.5"),
                },
            });
        await fixture.RunAsync(
            "summary_task_memory",
            """
            {"workspace_id":"w","trajectories":[
              {"task_id":"1","score":1.0,"messages":[{"role":"user","content":"list all the songs of the playlist"},{"role":"assistant","content":"paged through all songs"}]},
              {"task_id":"2","score":0.0,"messages":[{"role":"user","content":"list all the songs of the album"},{"role":"assistant","content":"took the first page of songs"}]},
              {"task_id":"3","score":0.0,"messages":[{"role":"user","content":"water the roses at noon"},{"role":"assistant","content":"forgot"}]}]}
            """);
        chat.Prompts.Where(prompt => prompt.Contains(Comparison, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldNotContain("roses");
        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Content.ShouldBe("One page is not all.");
    }

    [Fact]
    public async Task Memories_of_little_worth_are_left_out_where_it_is_wanted()
    {
        await using var fixture = await WithMemoriesAsync(
            new AnsweringChat().When("were found", "[0, 1, 2]").When("guidance for this very task", "Go."),
            "\"score\":0.1,\"metadata\":{\"confidence\":\"0.2\"},",
            new OperatorConfiguration
            {
                Name = "rerank_memory",
                Parameters = new Dictionary<string, JsonElement> { ["enable_score_filter"] = JsonElement.Parse("true") },
            });
        Contents(await fixture.MetadataAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples","top_k":9}"""))
            .ShouldBe(["apples 1", "apples 2", "apples 3"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_label_says_of_a_memory_changes_nothing_of_its_worth()
    {
        await using var fixture = await WithMemoriesAsync(
            new AnsweringChat().When("were found", "[0, 1, 2, 3]").When("guidance for this very task", "Go."),
            "\"memory_id\":\"m0\",\"score\":0.1,\"metadata\":{\"confidence\":0.2},",
            new OperatorConfiguration
            {
                Name = "rerank_memory",
                Parameters = new Dictionary<string, JsonElement> { ["enable_score_filter"] = JsonElement.Parse("true") },
            });
        var cancel = TestContext.Current.CancellationToken;
        foreach (var memory in await fixture.AllAsync("w"))
        {
            var said = memory.Id == "m0" ? """{"confidence":1}""" : """{"confidence":0}""";
            await fixture.Engine.UpdateAsync(new Scope("w"), memory.Id, new MemoryPatch { Metadata = JsonElement.Parse(said) }, cancel);
        }

        Contents(await fixture.MetadataAsync("retrieve_task_memory", """{"workspace_id":"w","query":"apples","top_k":9}"""))
            .ShouldBe(["apples 1", "apples 2", "apples 3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Tools_are_judged_and_described_by_the_model()
    {
        var chat = new AnsweringChat()
            .When("A tool was called", """{"summary":"looked up","evaluation":"useful","score":0.7}""")
            .When("Write a guide", "Sure.\n```txt\nAsk short questions.\n```");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        var added = await fixture.MetadataAsync(
            "add_tool_call_result",
            """{"workspace_id":"w","tool_call_results":[{"tool_name":"search","input":{"q":"x"},"output":"Error? no, fine"}]}""");
        var call = added.GetProperty("memory_list")[0].GetProperty("tool_call_results")[0];
        (call.GetProperty("score").GetDouble(), call.GetProperty("evaluation").GetString()).ShouldBe((1, "useful"));
        (await fixture.RunAsync("summary_tool_memory", """{"workspace_id":"w","tool_names":"search"}""")).Answer.ShouldStartWith(
            "Tool: search\nAsk short questions.\n\nStatistics of the last 1 calls:");
    }

    [Fact]
    public async Task Prompts_follow_the_language_of_the_run()
    {
        var chat = new AnsweringChat().When("取得成功", "[]");
        await using var fixture = await FlowsFixture.CreateAsync(chat);
        await fixture.RunAsync(
            "summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"帮我制定项目计划"},{"role":"assistant","content":"好的，先列出里程碑"}]}]}""");
        chat.Prompts.Count.ShouldBe(1);
    }

    private static async Task<FlowsFixture> WithMemoriesAsync(AnsweringChat chat, string first = "", params OperatorConfiguration[] operators)
    {
        var fixture = await FlowsFixture.CreateAsync(chat, null, operators);
        Directory.CreateDirectory(fixture.Library);
        await File.WriteAllLinesAsync(
            Path.Combine(fixture.Library, "w.jsonl"),
            Enumerable.Range(0, 4).Select(i => $$"""{{{(i == 0 ? first : "")}}"when_to_use":"counting apples {{i}}","content":"apples {{i}}"}"""),
            TestContext.Current.CancellationToken);
        await fixture.RunAsync("vector_store", $$"""{"workspace_id":"w","action":"load","path":"{{fixture.Library}}"}""");
        return fixture;
    }

    private static string[] Contents(JsonElement metadata) =>
        [.. metadata.GetProperty("memory_list").EnumerateArray().Select(memory => memory.GetProperty("content").GetString()!)];

    private static string Lessons(string whenToUse, string experience) =>
        $$"""[{"when_to_use":"{{whenToUse}}","experience":"{{experience}}","tags":["t"],"confidence":0.9,"step_type":"action","tools_used":[]}]""";
}
