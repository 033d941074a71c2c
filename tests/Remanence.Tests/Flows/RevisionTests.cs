using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Tests.Flows;

public sealed class RevisionTests
{
    private static readonly Slot<string> Text = new("text");
    private static readonly OperatorParameter<string> Word = OperatorParameter.Text("word", "default");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a >> b >> c", "a >> x >> c")]
    [InlineData("a | b?", "a | x")]
    [InlineData("a >> (b | c)?", "a >> (x | c)?")]
    public void A_step_is_replaced(string expression, string expected) => Revised(expression, edit => edit.Replace("b", "x")).ShouldBe(expected);

    [Theory]
    [InlineData("a >> b >> c", "a >> x >> b >> c")]
    [InlineData("a | b | c", "a | x >> b | c")]
    [InlineData("b", "x >> b")]
    [InlineData("a >> b?", "a >> x >> b?")]
    public void A_step_is_inserted_before(string expression, string expected) => Revised(expression, edit => edit.InsertBefore("b_op", "x")).ShouldBe(expected);

    [Fact]
    public void More_than_a_step_is_inserted_after() => Revised("a >> b", edit => edit.InsertAfter("a", "x | y? >> c")).ShouldBe("a >> (x | y? >> c) >> b");

    [Theory]
    [InlineData("a >> b >> c", "a >> c")]
    [InlineData("(a | b) >> c", "a >> c")]
    [InlineData("(a >> b)? | c", "a? | c")]
    public void A_step_is_removed(string expression, string expected) => Revised(expression, edit => edit.Remove("b")).ShouldBe(expected);

    [Fact]
    public void A_step_that_is_there_twice_is_told_by_its_place() =>
        Revised("a >> b >> a", edit => edit.Replace("a#2", "x").InsertAfter("a", "c")).ShouldBe("a >> c >> b >> x");

    [Theory]
    [InlineData("bb", "flow test: there is no step \"bb\"; did you mean b?")]
    [InlineData("b#2", "flow test: there is no step \"b#2\"; its steps are a, b")]
    [InlineData("b#zero", "flow test: there is no step \"b#zero\"; its steps are a, b")]
    public void An_unknown_step_is_a_fault(string step, string message) =>
        Should.Throw<FlowConfigurationException>(() => Revised("a >> b", edit => edit.Remove(step))).Message.ShouldBe(message);

    [Fact]
    public void The_last_step_stays() => Should.Throw<FlowConfigurationException>(() => Revised("a >> b", edit => edit.Remove("a").Remove("b"))).Message
        .ShouldBe("flow test: b is the only step; a flow has at least one");

    [Fact]
    public void A_change_is_checked_before_it_takes_effect()
    {
        var flow = TestFlows.Of("a").Add("writes", _ => { }, writes: [Text]).Add("needs", _ => { }, reads: [Text]).Build("a >> writes >> needs");

        Should
            .Throw<FlowConfigurationException>(() => flow.Revise(edit => edit.InsertBefore("a", "needs")))
            .Message.ShouldBe(
                """
                remanence.yaml line 12: flow test: needs needs slot text, which is no input of the flow and which no step before it writes; writes writes it, but not before it in the same branch
                  needs >> a >> writes >> needs
                  ^^^^^
                """);
        Should
            .Throw<FlowConfigurationException>(() => flow.Revise(edit => edit.Replace("a", "b >>")))
            .Message.ShouldBe(
                """
                flow test: expected an operator's name or "(", but the expression ends
                  b >>
                      ^
                """);
        Should.Throw<FlowConfigurationException>(() => flow.Revise(edit => edit.Remove("a").Replace("writes", "unknown"))).Faults.Count.ShouldBe(1);
        flow.Expression.ShouldBe("a >> writes >> needs");
        flow.Revision.Number.ShouldBe(1);
    }

    [Fact]
    public void Revisions_are_numbered_listed_and_reverted()
    {
        var flow = Letters().Build("a >> b");

        flow.Revise(edit => edit.Replace("b", "c").InsertAfter("c", "x")).Number.ShouldBe(2);
        flow.Revise(edit => edit.Remove("a").Configure("x", configuration => configuration with { MaxAttempts = 2 }));
        flow.Revert(2).Number.ShouldBe(4);

        flow.Expression.ShouldBe("a >> c >> x");
        flow.Revisions.Select(revision => $"{revision.Number} {revision.Expression}: {string.Join("; ", revision.Changes)}").ShouldBe(
        [
            "1 a >> b: ", "2 a >> c >> x: replace b by c; insert x after c", "3 c >> x: remove a; configure x", "4 a >> c >> x: go back to revision 2",
        ]);
        Should.Throw<ArgumentOutOfRangeException>(() => flow.Revert(5));
    }

    [Fact]
    public async Task A_run_ends_on_the_revision_that_it_began_with()
    {
        var began = new TaskCompletionSource();
        var revised = new TaskCompletionSource();
        var flow = Letters().Add("waits", async (_, token) =>
        {
            began.SetResult();
            await revised.Task.WaitAsync(token);
        }).Build("waits >> a");
        var run = flow.RunAsync(new FlowCall(), Cancelled);
        await began.Task.WaitAsync(Cancelled);

        flow.Revise(edit => edit.Replace("a", "b").Remove("waits"));
        revised.SetResult();

        (await run).Answer.ShouldBe("a");
        (await flow.RunAsync(new FlowCall(), Cancelled)).Answer.ShouldBe("b");
    }

    [Fact]
    public async Task A_step_is_set_up_for_its_place_alone()
    {
        var flows = new TestFlows();
        var made = 0;
        flows.Registry.Add("says", setup =>
        {
            made++;
            var word = setup.Get(Word);
            return new Says(word);
        }, Word);
        var catalogue = flows.Build(new FlowDefinition { Name = "one", Expression = "says >> says" }, new FlowDefinition { Name = "two", Expression = "says" });
        made.ShouldBe(2);

        catalogue.Get("one").Revise(edit => edit.Configure("says#2", configuration => configuration with { Parameters = Parameter("\"other\"") }));
        catalogue.Get("one").Revise(edit => edit.InsertBefore("says#2", "says"));

        made.ShouldBe(3);
        (await catalogue.RunAsync("one", new FlowCall(), Cancelled)).Answer.ShouldBe("default default other ");
        (await catalogue.RunAsync("two", new FlowCall(), Cancelled)).Answer.ShouldBe("default ");
        Should
            .Throw<FlowConfigurationException>(() =>
                catalogue.Get("two").Revise(edit => edit.Configure("says", configuration => configuration with { Parameters = Parameter("1") })))
            .Message.ShouldBe(
                """
                flow two: says: parameter word must be text, but is the number 1
                  says
                  ^^^^
                """);
    }

    [Fact]
    public void An_operator_that_was_added_later_can_be_put_in()
    {
        var flows = Letters();
        var flow = flows.Build("a");

        flows.Add("late", _ => { });

        flow.Revise(edit => edit.InsertAfter("a", "late")).Expression.ShouldBe("a >> late");
    }

    [Fact]
    public async Task Revisions_by_several_at_once_are_all_made()
    {
        var flow = Letters().Build("a");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => flow.Revise(edit => edit.InsertAfter("a", "b")), Cancelled)));

        flow.Revision.Number.ShouldBe(51);
        flow.Expression.Split(" >> ").Length.ShouldBe(51);
        flow.Revisions.Select(revision => revision.Number).ShouldBe(Enumerable.Range(1, 51));
    }

    private static IReadOnlyDictionary<string, JsonElement> Parameter(string json) =>
        new Dictionary<string, JsonElement> { ["word"] = JsonDocument.Parse(json).RootElement };

    private static string Revised(string expression, Action<Remanence.Flows.Revisions.FlowEdit> edit)
    {
        var flow = Letters().Build(expression);
        var revision = flow.Revise(edit);
        revision.Expression.ShouldBe(flow.Expression);
        return flow.Expression;
    }

    private static TestFlows Letters()
    {
        var flows = new TestFlows();
        foreach (var name in "abcxy".Select(letter => letter.ToString()))
        {
            flows.Add(name, context => context.Response.Answer += name);
        }

        return flows;
    }

    private sealed class Says(string word) : Operator
    {
        public override OperatorSlots Slots => OperatorSlots.None;

        public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
        {
            context.Response.Answer += word + " ";
            return ValueTask.CompletedTask;
        }
    }
}
