using System.Text.Json;
using Remanence.Memories;
using Remanence.TaskMemory.Tools;

namespace Remanence.Tests.TaskMemory;

/// <summary>What is learnt about tools when there is no model.</summary>
public sealed class ToolMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 7, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("search", "x", "y", true)]
    [InlineData(" ", "x", "y", false)]
    [InlineData("search", " ", "y", false)]
    [InlineData("search", "x", "\n", false)]
    public void A_call_must_say_enough(string tool, string input, string output, bool valid) =>
        ToolCallIntake.IsValid(Call(output, tool, input)).ShouldBe(valid);

    [Theory]
    [InlineData("42 results", true, 1)]
    [InlineData("42 results", false, 0)]
    [InlineData("[]", true, 0)]
    [InlineData(" null ", true, 0)]
    [InlineData("ValueError: bad page", true, 0)]
    [InlineData("请求超时", true, 0)]
    [InlineData("terror films are popular", true, 1)]
    public void Calls_are_judged_by_flag_emptiness_and_words(string output, bool success, double score)
    {
        var judged = CallEvaluator.Evaluate(Call(output) with { Success = success });
        judged.Score.ShouldBe(score);
        judged.Evaluation.ShouldNotBeEmpty();
        judged.Summary.ShouldStartWith("search(");
    }

    [Fact]
    public void What_the_agent_evaluated_itself_stays()
    {
        var judged = CallEvaluator.Evaluate(Call("Error") with { Evaluation = "fine", Summary = "did", Score = 1 });
        (judged.Evaluation, judged.Summary, judged.Score).ShouldBe(("fine", "did", 1));
    }

    [Fact]
    public void Statistics_are_those_of_ReMe()
    {
        var calls = new[]
        {
            Call("a") with
            {
                TokenCost = -1,
                TimeCost = 100,
                Score = 0,
                Success = false,
            },
            Call("b") with
            {
                TokenCost = 10,
                TimeCost = 1,
                Score = 1,
            },
            Call("c") with
            {
                TokenCost = 11,
                TimeCost = 2,
                Score = 0,
            },
            Call("d") with
            {
                TokenCost = -5,
                TimeCost = 2,
                Score = 1,
                Success = false,
            },
        };
        ToolStatistics.Of(calls, 3).ShouldBe(new ToolStatistics(3, 0.6667, 0.667, 1.667, 10.5));
        ToolStatistics.Of([], 3).ShouldBe(new ToolStatistics(0, 0, 0, 0, 0));
    }

    [Fact]
    public void Calls_known_already_are_not_added_and_the_last_are_kept()
    {
        var (edits, report) = ToolCallIntake.Add(new Scope("w"), [Done("1"), Done("2"), Done("1"), Done("x", "other")], [], 100, Now);
        edits.Inserts.Count.ShouldBe(2);
        (report.Total, report.Added, report.Duplicates).ShouldBe((4, 3, 1));
        var search = edits.Inserts[0];
        search.Trigger.ShouldBe("search");
        search.Content.ShouldStartWith("search: what calls so far have shown.");
        (edits, report) = ToolCallIntake.Add(new Scope("w"), [Done("2")], edits.Inserts, 100, Now);
        edits.IsEmpty.ShouldBeTrue();
        (edits, _) = ToolCallIntake.Add(new Scope("w"), [Done("2"), Done("3"), Done("4")], [search], 2, Now);
        ToolMemories.CallsOf(edits.Updates.ShouldHaveSingleItem().Memory).Select(call => call.Output).ShouldBe(["3", "4"]);
    }

    [Fact]
    public void A_memory_of_many_long_calls_stays_importable()
    {
        var calls = Enumerable.Range(0, 100).Select(i => Done($"{i} {new string('o', 20_000)}", input: new string('i', 20_000))).ToList();
        var memory = ToolCallIntake.Add(new Scope("w"), calls, [], 100, Now).Edits.Inserts.Single();
        memory.State!.Tool!.Results.Sum(call => call.GetRawText().Length).ShouldBeLessThan(65_000);
        var kept = ToolMemories.CallsOf(memory);
        kept.Count.ShouldBeGreaterThan(50);
        kept[^1].Output.ShouldStartWith("99 o");
        ToolCallIntake.Add(new Scope("w"), calls[^20..], [memory], 100, Now).Report.Added.ShouldBe(0);
    }

    [Fact]
    public void A_guide_shows_what_worked_what_did_not_and_the_statistics()
    {
        var guide = ToolGuide.Write("search", [Done("good one", input: "q"), Done("Error: no", input: "bad q")], 20);
        guide.ShouldBe("""
            search: what calls so far have shown.
            Calls that gave a result:
            - q → good one
            Calls that did not:
            - bad q → Error: no

            Statistics of the last 2 calls:
            - success rate: 100%
            - average score: 0.500
            - average time: 0.000 s
            - average tokens: 2.5
            """);
    }

    [Theory]
    [InlineData(
        """{"open_at": "07:00", "days": [1, 2], "near": {"street": "Rue {x}", "floor": null}, "late": {}}""",
        "open_at \"07:00\", days [1, 2], near (street \"Rue (x)\", floor null), late (nothing)")]
    [InlineData("""早上 {"城市": "里斯本"} → {"shops":[{"id":1},{"id":2}]}.""", "早上 城市 \"里斯本\" → shops [(id 1), (id 2)].")]
    [InlineData("for x in {a, b}: print({}) }{", "for x in (a, b): print(nothing) )(")]
    [InlineData("""{"broken": {"a": 1}""", "(\"broken\": a 1")]
    [InlineData("no brace [1] (2)", "no brace [1] (2)")]
    public void Json_in_a_guide_is_said_in_words(string text, string words) => JsonInWords.Of(text).ShouldBe(words);

    [Fact]
    public async Task What_is_told_of_tools_can_stand_in_a_template()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await fixture.RunAsync("add_tool_call_result", """
            {"workspace_id":"w","tool_call_results":[
              {"tool_name":"find_shop","input":{"open_at":"07:00"},"output":"{\"shops\":[1,2]}","success":true},
              {"tool_name":"find_shop","input":"raw {\"a\": {1}","output":"Error: {code}","success":false}]}
            """);

        foreach (var flow in new[] { "retrieve_tool_memory", "summary_tool_memory", "retrieve_tool_memory" })
        {
            var answer = (await fixture.RunAsync(flow, """{"workspace_id":"w","tool_names":"find_shop"}""")).Answer;
            answer.ShouldContain("open_at \"07:00\" → shops [1, 2]");
            answer.IndexOfAny(['{', '}']).ShouldBe(-1);
        }
    }

    [Fact]
    public void What_nests_too_deep_is_kept_as_text_or_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 50)) + "1" + new string('}', 50);
        ToolCallResults.Read(JsonElement.Parse($$"""[{"input":{{deep}}}]"""), "calls")[0].Input.ValueKind.ShouldBe(JsonValueKind.String);
        Should
            .Throw<InvalidRequestException>(() => ToolCallResults.Read(JsonElement.Parse($$"""[{"metadata":{{deep}}}]"""), "calls"))
            .Field.ShouldBe("calls[0].metadata");
    }

    [Theory]
    [InlineData("web_search", "web_search")]
    [InlineData("webSearch", "web_search")]
    [InlineData("Web-Search", "web_search")]
    [InlineData("web_serach", "web_search")]
    [InlineData("get_wether", "get_weather")]
    [InlineData("search", null)]
    [InlineData("ls", null)]
    [InlineData("", null)]
    [InlineData("item_c", null)]
    public void Tools_are_found_by_similar_names(string asked, string? found) =>
        ToolNames.Find(asked, ["web_search", "get_weather", "cp", "item_a", "item_b"]).ShouldBe(found);

    [Fact]
    public void Names_are_listed_with_commas() => ToolNames.Split(" a, b，c ,,a ").ShouldBe(["a", "b", "c"]);

    private static ToolCallResult Done(string output, string tool = "search", string input = "x") =>
        CallEvaluator.Evaluate(ToolCallIntake.Complete(Call(output, tool, input)));

    private static ToolCallResult Call(string output, string tool = "search", string input = "x") =>
        new() { ToolName = tool, Output = output, Input = JsonElement.Parse(JsonSerializer.Serialize(input)) };
}
