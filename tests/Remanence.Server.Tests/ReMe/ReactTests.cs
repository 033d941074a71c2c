using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Memories;
using Remanence.ScriptedModels;
using Remanence.Tools;

namespace Remanence.Server.Tests.ReMe;

/// <summary>The flow <c>react</c> over HTTP.</summary>
public sealed class ReactTests
{
    [Fact]
    public async Task Tools_are_called_side_by_side_until_the_model_answers()
    {
        var meeting = new Meeting(2);
        await using var fixture = await ReactFixture.StartAsync([meeting.Tool("weather"), meeting.Tool("traffic")]);
        fixture.Model.Chat.Enqueue(
            ReactFixture.Calls(("c1", "weather", """{"city":"Porto"}"""), ("c2", "traffic", """{"city":"Lisbon"}""")),
            Reply.Text("Take the train."));

        var answer = await fixture.AskAsync("How do I get to Porto?");

        answer.GetProperty("answer").GetString().ShouldBe("Take the train.");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("metadata").GetProperty("mode").GetString().ShouldBe("inferred");
        fixture.Offered().ShouldBe(["weather", "traffic"]);
        var told = fixture.Told(1);
        told["c1"].ShouldContain("\nweather of Porto\n");
        told["c1"].ShouldStartWith("<result-");
        told["c2"].ShouldContain("\ntraffic of Lisbon\n");

        var messages = answer.GetProperty("messages").EnumerateArray().ToList();
        messages.Select(message => message.GetProperty("role").GetString()).ShouldBe(["user", "assistant", "tool", "tool", "assistant"]);
        messages.ShouldAllBe(message => message.EnumerateObject().Select(field => field.Name)
            .SequenceEqual(new[] { "role", "content", "reasoning_content", "tool_calls", "tool_call_id", "time_created", "metadata" }));
        var prompt = messages[0].GetProperty("content").GetString()!;
        prompt.ShouldContain("weather, traffic");
        prompt.ShouldEndWith("How do I get to Porto?");
        prompt.ShouldMatch(@"It is now \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(\w+day\)\.");
        var call = messages[1].GetProperty("tool_calls")[1];
        (
            call.GetProperty("index").GetInt32(),
            call.GetProperty("id").GetString(),
            call.GetProperty("name").GetString(),
            call.GetProperty("arguments").GetString()
        ).ShouldBe((1, "c2", "traffic", """{"city":"Lisbon"}"""));
        (messages[2].GetProperty("tool_call_id").GetString(), messages[2].GetProperty("content").GetString()).ShouldBe(("c1", "weather of Porto"));
        messages[4].GetProperty("content").GetString().ShouldBe("Take the train.");
    }

    [Fact]
    public async Task What_goes_wrong_with_a_call_is_told_to_the_model()
    {
        await using var fixture = await ReactFixture.StartAsync(
            [
                new TestTool("broken", (_, _) => throw new InvalidOperationException("a secret of the tool")),
                new TestTool("refusing", (_, _) => throw new ToolSourceException("the quota is used up")),
                new TestTool("endless", async (_, _) => await new TaskCompletionSource<object?>().Task),
                new TestTool("empty", (_, _) => new ValueTask<object?>((object?)null)),
                new TestTool("long", (_, _) => new ValueTask<object?>(new string('x', 5_000) + "end")),
            ],
            [("tool_timeout_s", 0.2), ("max_result_chars", 300)]);
        fixture.Model.Chat.Enqueue(
            ReactFixture.Calls(
                ("c1", "broken", "{}"),
                ("c2", "refusing", "{}"),
                ("c3", "endless", "{}"),
                ("c4", "empty", "{}"),
                ("c5", "long", "{}"),
                ("c6", "unknown", "{}"),
                ("c7", "empty", "{\"a\": nonsense")),
            Reply.Text("I could not find out."));

        var answer = await fixture.AskAsync("What now?");

        answer.GetProperty("answer").GetString().ShouldBe("I could not find out.");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        var told = fixture.Told(1);
        told["c1"].ShouldContain("broken failed: InvalidOperationException.");
        told["c1"].ShouldNotContain("secret");
        told["c2"].ShouldContain("refusing failed: the quota is used up");
        told["c3"].ShouldContain("endless failed: it took longer than 0.2 s");
        told["c4"].ShouldContain("empty gave nothing.");
        told["c5"].Length.ShouldBeLessThan(400);
        told["c5"].ShouldContain("xend");
        told["c6"].ShouldContain("There is no tool \"unknown\"; there are broken, refusing, endless, empty, long.");
        told["c7"].ShouldContain("empty was not called: its arguments are no JSON object.");
    }

    [Fact]
    public async Task After_the_last_step_the_model_must_answer_without_tools()
    {
        var calls = 0;
        await using var fixture = await ReactFixture.StartAsync(
            [new TestTool("count", (_, _) => new ValueTask<object?>($"it is {Interlocked.Increment(ref calls)} now"))], [("max_steps", 3)]);
        fixture.Model.Chat.Respond(request => request.Has("tools") ? Reply.ToolCall("c", "count", "{}") : Reply.Text("Three."));

        var answer = await fixture.AskAsync("Count forever.");

        answer.GetProperty("answer").GetString().ShouldBe("Three.");
        calls.ShouldBe(3);
        fixture.Model.Chat.Requests.Count.ShouldBe(4);
        fixture.Model.Chat.Requests[3].LastMessage.ShouldContain("it is 3 now");
        answer.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString())
            .ShouldBe(["user", "assistant", "tool", "assistant", "tool", "assistant", "tool", "user", "assistant"]);
    }

    [Fact]
    public async Task The_prompt_follows_the_language_of_the_question()
    {
        await using var fixture = await ReactFixture.StartAsync();
        await fixture.AskAsync("明天天气怎么样？");
        fixture.Model.Chat.Requests.ShouldHaveSingleItem().LastMessage.ShouldContain("用户的请求");
        fixture.Offered().ShouldBeEmpty();
    }

    [Fact]
    public async Task Memories_are_searched_where_the_caller_names_a_workspace()
    {
        await using var fixture = await ReactFixture.StartAsync();
        await fixture.Server.Client.PostAsync(
            "/v1/workspaces/w/messages",
            """{"messages":[{"role":"user","content":"My sister lives in Porto."}],"infer":false,"wait":true}""");
        await fixture.Server.Client.PostAsync(
            "/v1/workspaces/other/messages",
            """{"messages":[{"role":"user","content":"My sister lives in Oslo."}],"infer":false,"wait":true}""");
        fixture.Model.Chat.Enqueue(Reply.ToolCall("c1", "search_memory", """{"query":"where does my sister live","top_k":"3"}"""), Reply.Text("In Porto."));

        (await fixture.AskAsync("Where does my sister live?", "w")).GetProperty("answer").GetString().ShouldBe("In Porto.");

        fixture.Offered().ShouldBe(["search_memory"]);
        fixture.Told(1)["c1"].ShouldContain("My sister lives in Porto.");
        fixture.Told(1)["c1"].ShouldNotContain("Oslo");
        await fixture.AskAsync("And now?");
        fixture.Offered(2).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_is_down_is_told_as_by_every_flow()
    {
        await using var fixture = await ReactFixture.StartAsync();
        fixture.Model.Chat.Respond(Reply.Status(500));

        var answer = await fixture.AskAsync("Anyone?");

        answer.GetProperty("success").GetBoolean().ShouldBeFalse();
        answer.GetProperty("answer").GetString()!.ShouldStartWith("flow react: simple_react_op: llm.default: \"test-model\" at 127.0.0.1");
    }

    [Fact]
    public async Task An_empty_answer_is_none()
    {
        await using var fixture = await ReactFixture.StartAsync();
        fixture.Model.Chat.Respond(Reply.Text(" "));

        (await fixture.AskAsync("Anyone?")).GetProperty("success").GetBoolean().ShouldBeFalse();
        (await fixture.AskAsync(" ")).GetProperty("answer").GetString().ShouldBe("query is empty: say what to answer.");
    }

    [Fact]
    public async Task A_source_that_is_away_is_reported_and_names_that_clash_are_told_apart()
    {
        await using var fixture = await ReactFixture.StartAsync(
            [TestTool.Saying("search_memory", "mine"), TestTool.Saying("look.up", "mine")],
            configure: services =>
            {
                services.AddRemanenceTools("first", TestTool.Saying("look/up", "first"));
                services.AddSingleton<ToolSource>(new AwaySource());
            });
        fixture.Model.Chat.Enqueue(
            ReactFixture.Calls(("c1", "own_search_memory", "{}"), ("c2", "own_look_up", "{}"), ("c3", "first_look_up", "{}")),
            Reply.Text("Done."));

        var answer = await fixture.AskAsync("Who is there?", "w");

        answer.GetProperty("metadata").GetProperty("degraded").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("react: the lighthouse is dark");
        fixture.Offered().ShouldBe(["search_memory", "first_look_up", "own_search_memory", "own_look_up"]);
        fixture.Told(1)["c2"].ShouldContain("mine");
        fixture.Told(1)["c3"].ShouldContain("first");
    }

    private sealed class AwaySource : ToolSource
    {
        public override string Name => "lighthouse";

        public override ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken) =>
            throw new ToolSourceException("the lighthouse is dark");
    }

    /// <summary>Tools that answer when so many of them are called at once.</summary>
    private sealed class Meeting(int count)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public AIFunction Tool(string name) => new TestTool(name, async (arguments, cancellationToken) =>
        {
            if (Interlocked.Increment(ref _here) == count)
            {
                _all.SetResult();
            }

            await _all.Task.WaitAsync(cancellationToken);
            return $"{name} of {((JsonElement)arguments["city"]!).GetString()}";
        });
    }
}
