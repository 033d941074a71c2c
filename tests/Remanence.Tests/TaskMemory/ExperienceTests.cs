using Remanence.Editing;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.TaskMemory.Experience;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.Tests.TaskMemory;

/// <summary>What is learnt from runs when there is no model.</summary>
public sealed class ExperienceTests
{
    private const string Map = "Frozen lake, not slippery.\\nSFFF\\nFHFH\\nFFFH\\nHFFG";

    private static readonly DateTimeOffset Now = new(2026, 5, 7, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_run_says_what_was_asked_done_and_reached()
    {
        var memory = Write(Lake("m1", 1, "1", "1", "2")).ShouldHaveSingleItem().Memory;
        memory.Trigger.ShouldBe("Frozen lake, not slippery. SFFF FHFH FFFH HFFG");
        memory.Content.ShouldBe("request: Frozen lake, not slippery.\nSFFF\nFHFH\nFFFH\nHFFG\nactions: 1, 1, 2\noutcome: success");
        memory.Kind.ShouldBe(MemoryKinds.Task);
        memory.Author.ShouldBe(Memory.Verbatim);
        PythonJson.Write(memory.Metadata!.Value).ShouldBe("""{"task_id": "m1", "outcome": "success", "steps": 3, "run_score": 1.0}""");
    }

    [Fact(Timeout = 30_000)]
    public async Task Fifty_thousand_calls_of_one_message_are_read_at_once()
    {
        // Looked for one by one among the answers, they would take minutes.
        const int Count = 50_000;
        var run = new Trajectory
        {
            Score = 0,
            Messages =
            [
                new() { Role = "user", Content = "Look everywhere" },
                new() { Role = "assistant", ToolCalls = [.. Enumerable.Range(0, Count).Select(i => new ToolCall { Id = $"c{i}", Name = "look" })] },
                .. Enumerable.Range(0, Count).Reverse().Select(i => new TrajectoryMessage { Role = "tool", ToolCallId = $"c{i}", Content = $"nothing in {i}" }),
            ],
        };

        var steps = await Task.Run(() => new TaskRun(run, 1, 0).Steps, TestContext.Current.CancellationToken);

        steps.Count.ShouldBe(Count);
        steps[7].Observation.ShouldBe("nothing in 7");
    }

    [Fact]
    public void Tools_are_named_and_a_failure_says_what_was_seen_last()
    {
        var memory = Write(
                """
                {"score": 0, "messages": [
                  {"role": "system", "content": "be brief"},
                  {"role": "user", "content": "Cancel my order"},
                  {"role": "assistant", "content": null, "tool_calls": [{"id": "b", "function": {"name": "find_order", "arguments": "{\"id\": 7, \"open\": true}"}}, {"id": "a", "name": "log", "arguments": ""}]},
                  {"role": "tool", "tool_call_id": "a", "content": "logged"},
                  {"role": "tool", "tool_call_id": "b", "content": "order 7"},
                  {"role": "assistant", "content": "", "tool_calls": [{"name": "cancel_order", "arguments": "not json"}]},
                  {"role": "tool", "content": "Error:\n  too late"},
                  {"role": "assistant", "content": "Sorry."}]}
                """)
            .ShouldHaveSingleItem()
            .Memory;
        memory.Content.ShouldBe(
            "request: Cancel my order\nactions: find_order(id=7, open=true), log(), cancel_order(not json)\noutcome: failure\ntools: find_order, log, "
            + "cancel_order\nobservation: Error: too late");
    }

    [Theory]
    [InlineData("I go down. {\"action\":\"1\"}", "1")]
    [InlineData("```json\\n{\"action\": 2}\\n```", "2")]
    [InlineData("so {\"action\":\"move\",\"to\":{\"x\":1}}", "move(to={\"x\": 1})")]
    [InlineData("{\"answer\":\"Rome\"}", "answer=Rome")]
    [InlineData("try\\n```python\\n# look\\nprint(apis.show())\\n```\\nand wait", "print(apis.show())")]
    public void Decisions_and_code_are_actions(string content, string action)
    {
        var json = content.Replace("\"", "\\\"", StringComparison.Ordinal);
        Write($$"""{"messages":[{"role":"user","content":"go"},{"role":"assistant","content":"{{json}}"}]}""").ShouldHaveSingleItem().Memory.Content
            .ShouldBe($"request: go\nactions: {action}\noutcome: unknown");
    }

    [Fact]
    public void A_run_of_words_alone_keeps_its_answer() =>
        Write("""{"score":1,"messages":[{"role":"user","content":"2+2?"},{"role":"assistant","content":"It is {not} 4."}]}""")
            .ShouldHaveSingleItem()
            .Memory.Content.ShouldBe("request: 2+2?\noutcome: success\nanswer: It is {not} 4.");

    [Fact]
    public void The_best_and_the_worst_run_of_a_task_are_held_against_each_other()
    {
        var drafts = Write(Lake("m1", 0, "1", "2"), Lake("m2", 1, "3"), Lake("m1", 1, "1", "1", "2"));
        drafts[0].Memory.Content.ShouldEndWith("differs: at step 2 this run did 2 where a better one did 1; this run then saw: saw 2");
        drafts[1].HasContrast.ShouldBeFalse();
        drafts[2].Memory.Content.ShouldEndWith("outcome: success\ndiffers: at step 2 this run did 1 where a worse one did 2; that one then saw: saw 2");
    }

    [Fact]
    public void Without_a_task_id_the_request_tells_which_runs_belong_together()
    {
        Write(Lake("", 0, "1", "2"), Lake("", 1, "1")).ShouldAllBe(draft => draft.HasContrast);
        Write(Lake("", 0, "1", "2"), Lake("", 1, "1").Replace("SFFF", "FFFF", StringComparison.Ordinal)).ShouldAllBe(draft => !draft.HasContrast);
    }

    [Fact]
    public void Chinese_requests_are_answered_in_Chinese()
    {
        var memory = Write(
                """{"score":1,"messages":[{"role":"user","content":"查询北京的天气"},{"role":"assistant","tool_calls":[{"name":"weather","arguments":"{}"}]}]}""")
            .ShouldHaveSingleItem()
            .Memory;
        memory.Content.ShouldBe("请求：查询北京的天气\n动作：weather()\n结果：成功\n工具：weather");
    }

    [Fact]
    public void Long_runs_stay_short()
    {
        var steps = string.Join(
            ',',
            Enumerable
                .Range(0, 5_000)
                .Select(i => $$$"""{"role":"assistant","content":"thinking {{{i}}} {\"action\":\"step {{{i}}}\"}"},{"role":"user","content":"ok"}"""));
        var memory = Write($$"""{"score":1,"messages":[{"role":"user","content":"{{new string('r', 9_000)}}"},{{steps}}]}""").ShouldHaveSingleItem().Memory;
        memory.Content.Length.ShouldBeLessThan(9_000);
        memory.Content.ShouldContain("(4700 more)");
        memory.Trigger!.Length.ShouldBe(500);
    }

    [Fact]
    public void What_was_asked_is_the_least_that_is_kept() =>
        Write("{}", """{"messages":[{"role":"assistant","content":"hello"}]}""", """{"score":1.0,"messages":[{"role":"user","content":"帮我制定项目计划"}]}""")
            .ShouldHaveSingleItem().Memory.Content.ShouldBe("请求：帮我制定项目计划\n结果：成功");

    [Fact]
    public void The_same_run_twice_changes_nothing()
    {
        var store = new Dictionary<string, Memory>();
        Apply(store, Lake("m1", 1, "1"), Lake("m1", 0, "2")).Inserts.Count.ShouldBe(2);
        Apply(store, Lake("m1", 1, "1"), Lake("m1", 0, "2")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Another_run_with_the_same_end_reinforces()
    {
        var store = new Dictionary<string, Memory>();
        Apply(store, Lake("m1", 1, "1"));
        var edits = Apply(store, Lake("m1", 1, "1"), Lake("m1", 1, "1"), Lake("other", 1, "1"));
        edits.Inserts.ShouldBeEmpty();
        edits.Updates.ShouldHaveSingleItem().Memory.Use.Reinforced.ShouldBe(2);
        store.Count.ShouldBe(1);
    }

    [Fact]
    public void A_run_that_ends_otherwise_supersedes_and_may_be_superseded_again()
    {
        var store = new Dictionary<string, Memory>();
        var success = Apply(store, Lake("a", 1, "1")).Inserts.Single().Id;
        var turned = Apply(store, Lake("b", 0, "1"));
        var failure = turned.Inserts.ShouldHaveSingleItem().Id;
        turned.Supersessions.ShouldHaveSingleItem().ShouldBe(new Supersession(success, failure, Now));
        Apply(store, Lake("a", 1, "1")).IsEmpty.ShouldBeTrue("that run was sent before");
        var back = Apply(store, Lake("c", 1, "1"));
        back.Updates.ShouldHaveSingleItem().Operation.ShouldBe(HistoryOperation.Restored);
        back.Supersessions.ShouldHaveSingleItem().MemoryId.ShouldBe(failure);
        store[success].Status.ShouldBe(MemoryStatus.Active);
        Apply(store, Lake("d", null, "1")).IsEmpty.ShouldBeTrue("a run without a score contradicts nothing");
    }

    [Fact]
    public void A_contrast_that_comes_later_is_added()
    {
        var store = new Dictionary<string, Memory>();
        Apply(store, Lake("m", 1, "1"));
        Apply(store, Lake("m", 1, "1"), Lake("m", 0, "2")).Updates.ShouldHaveSingleItem().Memory.Content.ShouldContain("\ndiffers: ");
        Apply(store, Lake("m", 1, "1"), Lake("m", 0, "2")).IsEmpty.ShouldBeTrue();
    }

    private static MemoryEdits Apply(Dictionary<string, Memory> store, params string[] runs)
    {
        var drafts = Write(runs);
        var edits = ExperienceReconciler.Reconcile(drafts, [.. ExperienceReconciler.IdsOf(drafts).Where(store.ContainsKey).Select(id => store[id])], Now);
        edits.Inserts.ForEach(memory => store.Add(memory.Id, memory));
        edits.Updates.ForEach(update => store[update.Memory.Id] = update.Memory);
        edits.Supersessions.ForEach(each =>
            store[each.MemoryId] = new Memory(store[each.MemoryId]) { Status = MemoryStatus.Superseded, SupersededBy = each.SuccessorId });
        return edits;
    }

    private static IReadOnlyList<ExperienceDraft> Write(params string[] runs) =>
        ExperienceWriter.Write(new Scope("w"), TaskRuns.Read(TrajectoryReader.Read(LenientJson.Parse($"[{string.Join(',', runs)}]")), 1), Now);

    private static string Lake(string task, double? score, params string[] actions)
    {
        var steps = actions.Select(action =>
            $$$"""{"role":"assistant","content":"I go.\n{\"action\":\"{{{action}}}\"}"},{"role":"user","content":"saw {{{action}}}"}""");
        return $$"""{"task_id":"{{task}}","score":{{score?.ToString() ?? "null"}},"messages":[{"role":"user","content":"{{Map}}"},{{string.Join(',', steps)}}]}""";
    }
}
