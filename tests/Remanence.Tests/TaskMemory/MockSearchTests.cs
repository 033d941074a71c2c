using System.Text.Json;
using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Models;

namespace Remanence.Tests.TaskMemory;

/// <summary>The flow <c>use_mock_search</c>.</summary>
public sealed class MockSearchTests
{
    private static readonly string[] Tools = ["SearchToolA", "SearchToolB", "SearchToolC"];

    [Theory]
    [InlineData("Capital of Portugal?", "simple")]
    [InlineData("法国的首都？", "simple")]
    [InlineData("Compare the climates of Porto and Lisbon", "medium")]
    [InlineData("比较波尔图和里斯本的气候", "medium")]
    [InlineData("Analyze how tariffs affect supply chains and compare the strategies of three carmakers", "complex")]
    [InlineData("全面分析关税对供应链的影响", "complex")]
    public async Task Complexity_is_told_by_rules_where_there_is_no_model(string query, string complexity)
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var answer = await CallAsync(fixture, query);
        answer.Metadata["complexity"]!.GetValue<string>().ShouldBe(complexity);
        answer.Metadata["mode"]!.GetValue<string>().ShouldBe("verbatim");
    }

    [Fact]
    public async Task The_same_query_gives_the_same_and_a_seed_another()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        await using var other = await FlowsFixture.CreateAsync(operators: Configured(("seed", 1)));
        var answers = new List<(string, string)>();
        foreach (var query in Enumerable.Range(0, 20).Select(i => $"Who won in {2000 + i}?"))
        {
            var first = (await CallAsync(fixture, query)).Answer;
            (await CallAsync(fixture, query)).Answer.ShouldBe(first);
            answers.Add((first, (await CallAsync(other, query)).Answer));
        }

        answers.Count(answer => answer.Item1 != answer.Item2).ShouldBeGreaterThan(10);
        answers.Select(answer => FlowsFixture.Parse(answer.Item1).GetProperty("tool_name").GetString()).Distinct().ShouldBe(Tools, ignoreOrder: true);
    }

    [Fact]
    public async Task Successes_and_relevance_come_with_the_configured_chances()
    {
        await using var fixture = await FlowsFixture.CreateAsync();
        var calls = new List<JsonElement>();
        foreach (var i in Enumerable.Range(0, 600))
        {
            calls.Add(FlowsFixture.Parse((await CallAsync(fixture, $"Who won in {i}?")).Answer));
        }

        foreach (var (tool, chance) in new[] { ("SearchToolA", 0.9), ("SearchToolB", 0.3), ("SearchToolC", 0.3) })
        {
            var of = calls.Where(call => call.GetProperty("tool_name").GetString() == tool).ToList();
            var went = of.Where(call => call.GetProperty("success").GetBoolean()).ToList();
            of.Count.ShouldBeInRange(150, 250);
            (went.Count / (double)of.Count).ShouldBe(chance, 0.09, tool);
            (went.Count(call => call.GetProperty("output").GetString()!.Contains("answer the query", StringComparison.Ordinal)) / (double)went.Count).ShouldBe(
                chance,
                0.16,
                tool);
        }

        calls.Where(call => !call.GetProperty("success").GetBoolean()).ShouldAllBe(call => call.GetProperty("output").GetString()!.Contains("timed out"));
    }

    [Fact]
    public async Task The_result_goes_straight_into_the_tools_memory()
    {
        await using var fixture = await FlowsFixture.CreateAsync(
            operators: Configured(("search_tool_a", (double[])[1, 1, 1]), ("search_tool_b", (double[])[1, 1, 1]), ("search_tool_c", (double[])[1, 1, 1])));
        var answer = (await CallAsync(fixture, "Capital of Portugal?")).Answer;
        var call = FlowsFixture.Parse(answer);
        call.EnumerateObject().Select(field => field.Name).ShouldBe(
        [
            "create_time", "tool_name", "input", "output", "token_cost", "success", "time_cost", "summary", "evaluation", "score", "is_summarized", "call_hash",
            "metadata",
        ]);
        call.GetProperty("input").GetProperty("query").GetString().ShouldBe("Capital of Portugal?");
        call.GetProperty("call_hash").GetString()!.Length.ShouldBe(32);
        call.GetProperty("token_cost").GetInt64().ShouldBePositive();

        var taken = await fixture.RunAsync("add_tool_call_result", $$"""{"workspace_id":"w","tool_call_results":[{{answer}}]}""");

        taken.Success.ShouldBeTrue();
        (await fixture.AllAsync("w")).ShouldHaveSingleItem().Kind.ShouldBe(MemoryKinds.Tool);
    }

    [Fact]
    public async Task A_model_chooses_and_classifies()
    {
        var (fixture, chat) = await WithModelAsync("SearchToolC", """{"complexity":"Medium"}""");
        await using var disposed = fixture;
        var answer = await CallAsync(fixture, "Capital of Portugal?");
        FlowsFixture.Parse(answer.Answer).GetProperty("tool_name").GetString().ShouldBe("SearchToolC");
        answer.Metadata["complexity"]!.GetValue<string>().ShouldBe("medium");
        answer.Metadata["mode"]!.GetValue<string>().ShouldBe("inferred");
        chat.Offered.ShouldBe(Tools);
    }

    [Fact]
    public async Task A_model_that_calls_nothing_known_and_cannot_classify_is_stood_in_for()
    {
        var (fixture, _) = await WithModelAsync("SearchToolZ", "hard to say");
        await using var disposed = fixture;
        await using var without = await FlowsFixture.CreateAsync();
        var query = "Compare the climates of Porto and Lisbon";
        var answer = await CallAsync(fixture, query);
        answer.Metadata["complexity"]!.GetValue<string>().ShouldBe("medium");
        FlowsFixture
            .Parse(answer.Answer)
            .GetProperty("tool_name")
            .GetString()
            .ShouldBe(FlowsFixture.Parse((await CallAsync(without, query)).Answer).GetProperty("tool_name").GetString());
    }

    [Fact]
    public async Task An_outage_is_told()
    {
        await using var fixture = await FlowsFixture.CreateAsync(new AnsweringChat { Failure = ModelFailure.Unavailable });
        (await Should.ThrowAsync<FlowException>(() => CallAsync(fixture, "Capital of Portugal?"))).Message.ShouldContain("The endpoint is down");
    }

    [Theory]
    [InlineData("""[0.5, 0.5]""")]
    [InlineData("""[0.5, 0.5, 1.5]""")]
    [InlineData("""[0.5, 0.5, "0.5"]""")]
    [InlineData("0.5")]
    public async Task Wrong_chances_are_refused(string json)
    {
        var wrong = await Should.ThrowAsync<FlowConfigurationException>(() =>
            FlowsFixture.CreateAsync(operators: Configured(("search_tool_b", JsonElement.Parse(json)))));
        wrong.Message.ShouldContain("parameter search_tool_b must be a list of 3 numbers from 0 to 1");
    }

    private static Task<FlowResponse> CallAsync(FlowsFixture fixture, string query) =>
        fixture.RunAsync("use_mock_search", new JsonObject { ["query"] = query }.ToJsonString());

    private static OperatorConfiguration[] Configured(params (string Name, object Value)[] parameters) =>
        [
            new OperatorConfiguration
            {
                Name = "use_mock_search_op",
                Parameters = parameters.ToDictionary(
                    parameter => parameter.Name,
                    parameter => parameter.Value as JsonElement? ?? JsonSerializer.SerializeToElement(parameter.Value)),
            },
        ];

    private static async Task<(FlowsFixture Fixture, CallingChat Chat)> WithModelAsync(string tool, string classification)
    {
        var chat = new CallingChat(tool, classification);
        return (await FlowsFixture.CreateAsync(chat), chat);
    }
}
