using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Flows.Slots;

namespace Remanence.Tests.Flows;

public sealed class FlowRunTests
{
    private static readonly Slot<string> Text = new("text");
    private static readonly Slot<string> Other = new("other");
    private static readonly Slot<int> Count = new("count");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_run_in_order_and_hand_on_what_they_write()
    {
        var flow = TestFlows.Of()
            .Add("first", context => context.Set(Text, context.Get(BaseSlots.Query) + "!"), reads: [BaseSlots.Query], writes: [Text])
            .Add("second", context => context.Response.Answer = context.Get(Text) + context.GetOr(Count, 7), reads: [Text], optional: [Count])
            .Build("first >> second");

        var response = await flow.RunAsync(new FlowCall { Inputs = TestFlows.Json("""{"query":"hello"}""") }, Cancelled);

        response.Answer.ShouldBe("hello!7");
        response.Success.ShouldBeTrue();
        response.TryGet(Text, out var text).ShouldBeTrue();
        text.ShouldBe("hello!");
    }

    [Fact]
    public async Task Branches_run_at_once_and_do_not_see_each_other()
    {
        using var both = new Barrier(2);
        var flow = TestFlows.Of()
            .Add("start", context => context.Set(Text, "start"), writes: [Text])
            .Add("left", context =>
            {
                context.Set(Text, "left");
                both.SignalAndWait(TimeSpan.FromSeconds(30), Cancelled).ShouldBeTrue();
                context.Set(Count, context.Get(Text).Length);
            }, writes: [Text, Count])
            .Add("right", context =>
            {
                both.SignalAndWait(TimeSpan.FromSeconds(30), Cancelled).ShouldBeTrue();
                context.Set(Other, context.Get(Text));
            }, reads: [Text], writes: [Other])
            .Add("end", context => context.Response.Answer = $"{context.Get(Text)} {context.Get(Other)} {context.Get(Count)}", reads: [Text, Other, Count])
            .Build("start >> (left | right) >> end");

        (await flow.RunAsync(new FlowCall(), Cancelled)).Answer.ShouldBe("left start 4");
    }

    [Fact]
    public async Task What_branches_answer_joins_in_the_order_of_the_expression()
    {
        var second = new TaskCompletionSource();
        var flow = TestFlows.Of()
            .Add("before", context => context.Response.Metadata["shared"] = new JsonObject { ["n"] = 0 })
            .Add("one", async (context, token) =>
            {
                await second.Task.WaitAsync(token);
                Answer(context, "one");
            })
            .Add("two", context =>
            {
                Answer(context, "two");
                context.Response.Success = false;
                second.SetResult();
            })
            .Build("before >> (one | two)");

        var response = await flow.RunAsync(new FlowCall(), Cancelled);

        response.Answer.ShouldBe("two");
        response.Success.ShouldBeFalse();
        response.Messages.Select(message => (string?)message["by"]).ShouldBe(["one", "two"]);
        response.Metadata.ToJson().ToJsonString().ShouldBe("""{"shared":{"n":0},"by":"two","one":true,"two":true}""");

        static void Answer(FlowContext context, string name)
        {
            // A change to what was before the branches stays the branch's own.
            context.Response.Metadata["shared"]!["n"] = name;
            context.Response.Answer = name;
            context.Response.AddMessage(new JsonObject { ["by"] = name });
            context.Response.Metadata["by"] = name;
            context.Response.Metadata[name] = true;
        }
    }

    [Fact]
    public async Task The_first_branch_that_fails_cancels_the_others_and_fails_the_flow()
    {
        var waits = new TaskCompletionSource();
        var cancelled = false;
        var flow = TestFlows.Of("never")
            .Add("waits", async (_, token) =>
            {
                waits.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                }
                finally
                {
                    cancelled = token.IsCancellationRequested;
                }
            })
            .Add("fails", async (_, token) =>
            {
                await waits.Task.WaitAsync(token);
                throw new FormatException("secret");
            })
            .Add("after", _ => Assert.Fail("it ran"))
            .Build("(waits >> never | fails) >> after");

        var exception = await Should.ThrowAsync<FlowException>(flow.RunAsync(new FlowCall(), Cancelled));

        exception.Message.ShouldBe("flow test: fails: failed with FormatException; the inner exception says more");
        exception.Flow.ShouldBe("test");
        exception.Step.ShouldBe("fails");
        exception.InnerException.ShouldBeOfType<FormatException>();
        cancelled.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancellation_is_no_failure()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var flow = TestFlows.Of("a").Add("stops", async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
        }).Build("a >> (stops | a)? >> a");

        var exception = await Should.ThrowAsync<OperationCanceledException>(flow.RunAsync(new FlowCall(), source.Token));

        exception.CancellationToken.ShouldBe(source.Token);
        await Should.ThrowAsync<OperationCanceledException>(flow.RunAsync(new FlowCall(), source.Token));
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        var flow = TestFlows.Of().Add("stops", (_, _) => throw new TaskCanceledException()).Build("stops");

        (await Should.ThrowAsync<FlowException>(flow.RunAsync(new FlowCall(), Cancelled))).InnerException.ShouldBeOfType<TaskCanceledException>();
    }

    [Fact]
    public async Task What_may_fail_leaves_nothing_behind_when_it_does()
    {
        var flow = TestFlows.Of()
            .Add("writes", context =>
            {
                context.Set(Text, "half");
                context.Response.Answer = "half";
                context.Response.Metadata["half"] = true;
            }, writes: [Text])
            .Add("fails", _ => throw new FormatException())
            .Add("end", context => context.Set(Count, context.Has(Text) ? 1 : 0), writes: [Count], optional: [Text])
            .Build("(writes >> fails)? >> end");

        var response = await flow.RunAsync(new FlowCall(), Cancelled);

        response.Answer.ShouldBeEmpty();
        response.Metadata.ShouldBeEmpty();
        response.TryGet(Text, out _).ShouldBeFalse();
        response.TryGet(Count, out var count).ShouldBeTrue();
        count.ShouldBe(0);
    }

    [Fact]
    public async Task A_branch_that_may_fail_spares_the_others()
    {
        var flow = TestFlows
            .Of()
            .Add("fails", _ => throw new FormatException())
            .Add("works", context => context.Set(Text, "well"), writes: [Text])
            .Build("fails? | works");

        (await flow.RunAsync(new FlowCall(), Cancelled)).TryGet(Text, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_slot_that_stayed_empty_names_the_step_that_should_have_filled_it()
    {
        var flows = TestFlows.Of().Add("fails", _ => throw new FormatException(), writes: [Text]).Add("forgets", _ => { }, writes: [Text])
            .Add("needs", context => context.Get(Text), reads: [Text]);

        (await Should.ThrowAsync<FlowException>(flows.Build("fails? >> needs").RunAsync(new FlowCall(), Cancelled))).Message
            .ShouldBe("flow test: needs: slot text is empty: fails, which writes it, failed and was passed over");
        (await Should.ThrowAsync<FlowException>(flows.Build("forgets >> needs").RunAsync(new FlowCall(), Cancelled))).Message
            .ShouldBe("flow test: needs: slot text is empty: forgets wrote nothing into it");
    }

    [Fact]
    public async Task An_operator_that_touches_what_it_does_not_declare_fails()
    {
        var flows = TestFlows.Of().Add("declares", context => context.Set(Text, "x"), writes: [Text]).Add("reads", context => context.Has(Text))
            .Add("writes", context => context.Set(Text, "y"), reads: [Text]);

        (await Should.ThrowAsync<FlowException>(flows.Build("declares >> reads").RunAsync(new FlowCall(), Cancelled))).Message.ShouldBe(
            "flow test: reads: reads reads slot \\u0022text\\u0022 of string without declaring it; add it to OperatorSlots.Required".Replace(
                "\\u0022",
                "\"",
                StringComparison.Ordinal));
        (await Should.ThrowAsync<FlowException>(flows.Build("declares >> writes").RunAsync(new FlowCall(), Cancelled))).Message.ShouldContain(
            "without declaring it; add it to OperatorSlots.Writes");
    }

    [Fact]
    public async Task Runs_at_once_do_not_mix()
    {
        var flow = TestFlows.Of()
            .Add("copy", async (context, _) =>
            {
                context.Set(Text, context.Get(BaseSlots.Query));
                await Task.Yield();
            }, reads: [BaseSlots.Query], writes: [Text])
            .Add("double", context => context.Set(Other, context.Get(Text) + context.Get(Text)), reads: [Text], writes: [Other])
            .Add("end", context => context.Response.Answer = context.Get(Other), reads: [Other])
            .Build("copy >> (double | copy2) >> end".Replace(" | copy2", string.Empty, StringComparison.Ordinal));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(() => flow.RunAsync(new FlowCall().With(BaseSlots.Query, $"{i};"), Cancelled), Cancelled)));

        answers.Select(answer => answer.Answer).ShouldBe(Enumerable.Range(0, 200).Select(i => $"{i};{i};"));
    }

    [Fact]
    public async Task A_callers_fault_reaches_the_caller_as_it_is()
    {
        var flow = TestFlows.Of().Add("refuses", (_, _) => throw new InvalidRequestException("query", "query is too long."))
            .Configure(new OperatorConfiguration { Name = "refuses", MaxAttempts = 3, RaiseException = false }).Build("refuses?");

        (await Should.ThrowAsync<InvalidRequestException>(flow.RunAsync(new FlowCall(), Cancelled))).Field.ShouldBe("query");
    }

    [Fact]
    public async Task The_language_is_the_operators_then_the_calls_then_the_catalogues()
    {
        var flows = TestFlows.Of().Add("zh", Tell).Add("any", Tell).Configure(new OperatorConfiguration { Name = "zh", Language = "zh" });
        flows.Options = new FlowCatalogueOptions { Language = "en" };
        var flow = flows.Build("zh >> any");

        (await flow.RunAsync(new FlowCall { Language = "fr" }, Cancelled)).Answer.ShouldBe("zh fr ");
        (await flow.RunAsync(new FlowCall(), Cancelled)).Answer.ShouldBe("zh en ");

        static void Tell(FlowContext context) => context.Response.Answer += context.Language + " ";
    }
}
