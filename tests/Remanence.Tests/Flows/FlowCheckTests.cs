using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Tests.Flows;

/// <summary>What a user reads when flows are wrong.</summary>
public sealed class FlowCheckTests
{
    private static readonly Slot<string> Text = new("text");
    private static readonly Slot<int> TextAsNumber = new("text");
    private static readonly Slot<int> Count = new("count");
    private static readonly OperatorParameter<int> TopK = OperatorParameter.WholeNumber("top_k", 5, 1, 100);
    private static readonly OperatorParameter<double> Threshold = OperatorParameter.Number("threshold", 0.5, 0);
    private static readonly OperatorParameter<string> Mode = OperatorParameter.Text("mode", "fast", ["fast", "deep"]);

    [Fact]
    public void An_unknown_operator_is_shown_with_the_nearest_name() =>
        TestFlows.Of("build_query", "recall").Faults("bild_query >> recall").ShouldBe(
            """
            remanence.yaml line 12: flow test: there is no operator "bild_query"; did you mean build_query?
              bild_query >> recall
              ^^^^^^^^^^
            """);

    [Fact]
    public void A_fault_in_a_long_expression_is_shown_on_its_line() =>
        TestFlows.Of("a", "b").Faults("a >>\n  (b |\n   zzzzzzzz)").ShouldBe(
            """
            remanence.yaml line 12: flow test: there is no operator "zzzzzzzz"; the operators are a, b
                 zzzzzzzz)
                 ^^^^^^^^
            """);

    [Fact]
    public void A_broken_expression_is_shown_with_its_place() =>
        TestFlows.Of("a").Faults("a >>\n | a").ShouldBe(
            """
            remanence.yaml line 12: flow test: expected an operator's name or "(", but found "|" (line 2, column 2 of the expression)
               | a
               ^
            """);

    [Fact]
    public void A_slot_that_nobody_writes_is_a_fault() =>
        TestFlows
            .Of("a")
            .Add("needs", _ => { }, reads: [Text])
            .Faults("a >> needs")
            .ShouldBe(
                """
                remanence.yaml line 12: flow test: needs needs slot text, which is no input of the flow and which no step before it writes; add it to the input_schema of test, or put a step that writes it before
                  a >> needs
                       ^^^^^
                """);

    [Theory]
    [InlineData("needs >> writes")]
    [InlineData("writes | needs")]
    public void A_slot_that_is_written_too_late_or_beside_is_a_fault(string expression) =>
        TestFlows
            .Of()
            .Add("needs", _ => { }, reads: [Text])
            .Add("writes", _ => { }, writes: [Text])
            .Faults(expression)
            .ShouldContain(
                "needs needs slot text, which is no input of the flow and which no step before it writes; writes writes it, but not before it in the same "
                + "branch");

    [Fact]
    public void A_slot_is_there_when_it_is_an_input_a_base_field_or_written_before()
    {
        var flows = TestFlows.Of().Add("needs", _ => { }, reads: [Text, BaseSlots.Query, BaseSlots.Messages]).Add("writes", _ => { }, writes: [Text])
            .Add("may", _ => { }, optional: [Text, Count]);

        flows.Build("writes >> needs");
        flows.Build("(writes | may) >> needs");
        flows.Build("may");
        flows.Build("needs", new FlowInput { Name = "text", Type = "string" });
    }

    [Fact]
    public void Branches_that_write_one_slot_are_a_fault() =>
        TestFlows.Of("a").Add("one", _ => { }, writes: [Text]).Add("two", _ => { }, writes: [Text]).Faults("one | a >> two").ShouldBe(
            """
            remanence.yaml line 12: flow test: one and two run side by side and both write slot text; put one after the other with ">>"
              one | a >> two
                         ^^^
            """);

    [Fact]
    public void Steps_after_each_other_may_write_one_slot() =>
        TestFlows.Of().Add("one", _ => { }, writes: [Text]).Add("two", _ => { }, writes: [Text]).Build("one >> two >> one");

    [Fact]
    public void A_slot_of_two_types_is_a_fault() =>
        TestFlows.Of().Add("one", _ => { }, writes: [Text]).Add("two", _ => { }, optional: [TextAsNumber]).Faults("one >> two")
            .ShouldContain("two takes slot text for int, one for string; a slot has one type");

    [Fact]
    public void All_faults_of_all_flows_are_told_at_once()
    {
        var flows = TestFlows.Of("a").Configure(new OperatorConfiguration { Name = "b", Origin = "remanence.yaml line 3" });
        flows.Options = new FlowCatalogueOptions { EnabledFlows = ["one", "two", "thre"] };

        var message = flows.Faults(
            new FlowDefinition { Name = "one", Expression = "x | y", Origin = "remanence.yaml line 7" },
            new FlowDefinition { Name = "two", Expression = "a >>" },
            new FlowDefinition { Name = "three", Expression = "this is not looked at" });

        message.Split('\n').Where(line => !line.StartsWith(' ')).ShouldBe(
        [
            "remanence.yaml line 3: op b: there is no operator \"b\" behind it; the registered operators are a",
            "enabled_flows: there is no flow \"thre\"; did you mean three?",
            "remanence.yaml line 7: flow one: there is no operator \"x\"; the operators are a, b",
            "remanence.yaml line 7: flow one: there is no operator \"y\"; the operators are a, b",
            "flow two: expected an operator's name or \"(\", but the expression ends (column 5)",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Enabled_flows_count_more_than_disabled_ones()
    {
        var flows = TestFlows.Of("a");
        FlowDefinition[] all = [new() { Name = "one", Expression = "a" }, new() { Name = "two", Expression = "a" }];

        flows.Options = new FlowCatalogueOptions { DisabledFlows = ["one"] };
        flows.Build(all).Flows.Select(flow => flow.Name).ShouldBe(["two"]);
        Should.Throw<UnknownFlowException>(() => flows.Build(all).Get("twoo")).Message.ShouldBe("there is no flow \"twoo\"; did you mean two?");

        flows.Options = new FlowCatalogueOptions { EnabledFlows = ["one"], DisabledFlows = ["one"] };
        flows.Build(all).Flows.Select(flow => flow.Name).ShouldBe(["one"]);

        flows.Options = new FlowCatalogueOptions { DisabledFlows = ["twoo"] };
        flows.Faults(all).ShouldBe("disabled_flows: there is no flow \"twoo\"; did you mean two?");
    }

    [Theory]
    [InlineData("topk", "7", "operator tuned has no parameter \"topk\"; did you mean top_k?")]
    [InlineData("top_k", "\"7\"", "parameter top_k must be a whole number from 1 to 100, but is the string \"7\"")]
    [InlineData("top_k", "0", "parameter top_k must be a whole number from 1 to 100, but is the number 0")]
    [InlineData("top_k", "1.5", "parameter top_k must be a whole number from 1 to 100, but is the number 1.5")]
    [InlineData("threshold", "-1", "parameter threshold must be a number of at least 0, but is the number -1")]
    [InlineData("mode", "\"quick\"", "parameter mode must be one of fast, deep, but is the string \"quick\"")]
    [InlineData("mode", "true", "parameter mode must be one of fast, deep, but is true")]
    public void A_parameter_that_is_unknown_or_wrong_is_a_fault_at_its_own_place(string name, string json, string message)
    {
        var flows = Tuned(name, json);

        flows.Faults("tuned").ShouldBe("remanence.yaml line 5: op tuned_op: " + message);
    }

    [Fact]
    public void A_parameter_may_have_another_name_but_not_both_at_once()
    {
        var flows = new TestFlows();
        flows.Registry.Add("tuned", setup => new Tunable(setup), TopK.AlsoCalled("limit"), Threshold, Mode);
        flows.Configure(new OperatorConfiguration { Name = "tuned", Parameters = TestFlows.Json("""{"limit":101,"top_k":3}""") });

        flows.Faults("tuned").ShouldBe(
            "op tuned: parameter top_k must be a whole number from 1 to 100, but is the number 101" + Environment.NewLine
            + "op tuned: parameter \"top_k\" is another name of one that is set as well; leave one out");
    }

    [Fact]
    public void What_does_nothing_is_a_warning_and_no_suggestion()
    {
        var flows = new TestFlows();
        flows.Registry.Add("tuned", setup => new Tunable(setup), TopK, Threshold, Mode, OperatorParameter.WithoutEffect("hurry", "nobody waits."));
        flows.Configure(new OperatorConfiguration { Name = "tuned", Parameters = TestFlows.Json("""{"hurry":[1]}"""), Origin = "remanence.yaml line 5" });
        var definition = new FlowDefinition { Name = "test", Expression = "tuned" };

        flows.Build(definition).Warnings.ShouldBe(["remanence.yaml line 5: op tuned: parameter hurry has no effect: nobody waits."]);
        flows.Configure(new OperatorConfiguration { Name = "other", Backend = "tuned", Parameters = TestFlows.Json("""{"zzzz":1}""") });
        flows.Faults(definition).ShouldEndWith("its parameters are mode, threshold, top_k");
    }

    [Fact]
    public void Numbers_by_name_are_checked_one_by_one()
    {
        var flows = new TestFlows();
        var weights = OperatorParameter.NumbersByName("weights", new Dictionary<string, double> { ["a"] = 1, ["b"] = 2 }, 0, 10);
        flows.Registry.Add("weighed", _ => null!, weights);
        flows.Configure(new OperatorConfiguration { Name = "weighed", Parameters = TestFlows.Json("""{"weights":{"a":11}}""") });

        flows.Faults("weighed").ShouldBe("op weighed: parameter weights must be names, each with a number from 0 to 10, but is an object");
        weights.DefaultText.ShouldBe("""{"a": 1, "b": 2}""");
    }

    [Fact]
    public async Task Parameters_arrive_as_configured_or_by_default()
    {
        var response = await Tuned("top_k", "7").Build("tuned").RunAsync(new FlowCall(), TestContext.Current.CancellationToken);

        response.Answer.ShouldBe("7 0.5 fast");
    }

    [Fact]
    public void A_parameter_that_was_not_registered_cannot_be_read()
    {
        var flows = new TestFlows();
        flows.Registry.Add("tuned", setup => new Tunable(setup), TopK);

        flows
            .Faults("tuned")
            .ShouldContain("tuned cannot be made: it reads parameter threshold, which it was not registered with; name it in OperatorRegistry.Add");
    }

    [Fact]
    public void Attempts_limits_profiles_and_double_names_are_checked()
    {
        var flows = TestFlows.Of("a", "b").Configure(new OperatorConfiguration { Name = "a", MaxAttempts = 0, Timeout = TimeSpan.Zero, Llm = "fastt" })
            .Configure(new OperatorConfiguration { Name = "a_op" }).Configure(new OperatorConfiguration { Name = "c", Backend = "b_op" });
        flows.Options = new FlowCatalogueOptions { ChatProfiles = ["default", "fast"] };

        flows.Faults("a >> c").Split('\n').ShouldBe(
        [
            "op a: it must be allowed at least one attempt, but is allowed 0",
            "op a: its time limit must be above zero and below 24 days, but is 00:00:00",
            "op a: there is no llm \"fastt\"; did you mean fast?",
            "op a_op: this operator is configured twice, also as a; a name is one with and without _op",
        ]);
    }

    [Fact]
    public void An_input_schema_is_checked() =>
        TestFlows.Of("a").Faults("a", new FlowInput { Name = "x", Type = "strng" }, new FlowInput { Name = "x", Type = "string" }).ShouldBe(
            """
            remanence.yaml line 12: flow test: field "x" of its input_schema has the type "strng"; the types are string, array, object, integer, number, boolean
            remanence.yaml line 12: flow test: field "x" is twice in its input_schema
            """);

    [Fact]
    public void Names_with_and_without_the_suffix_are_one()
    {
        var flows = TestFlows.Of("plain", "suffixed_op");

        flows.Build("plain_op >> suffixed >> suffixed_op").Expression.ShouldBe("plain_op >> suffixed >> suffixed_op");
        Should.Throw<ArgumentException>(() => flows.Add("plain_op", _ => { })).Message.ShouldContain("There is an operator plain already");
        Should.Throw<ArgumentException>(() => flows.Add("a b", _ => { })).Message.ShouldContain("cannot name an operator");
    }

    private static TestFlows Tuned(string parameter, string json)
    {
        var flows = new TestFlows();
        flows.Registry.Add("tuned", setup => new Tunable(setup), TopK, Threshold, Mode);
        return flows.Configure(new OperatorConfiguration
        {
            Name = "tuned_op",
            Origin = "remanence.yaml line 4",
            Parameters = new Dictionary<string, JsonElement> { [parameter] = JsonDocument.Parse(json).RootElement },
            ParameterOrigins = new Dictionary<string, string> { [parameter] = "remanence.yaml line 5" },
        });
    }

    private sealed class Tunable(OperatorSetup setup) : Operator
    {
        private readonly string _answer = $"{setup.Get(TopK)} {setup.Get(Threshold)} {setup.Get(Mode)}";

        public override OperatorSlots Slots => OperatorSlots.None;

        public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
        {
            context.Response.Answer = _answer;
            return ValueTask.CompletedTask;
        }
    }
}
