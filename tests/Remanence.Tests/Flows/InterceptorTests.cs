using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Interceptors;
using Remanence.Flows.Slots;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Flows;

public sealed class InterceptorTests
{
    private static readonly Slot<string> Text = new("text");
    private readonly List<string> _seen = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hooks_are_called_in_order_and_back_until_they_are_taken_away()
    {
        var catalogue = Catalogue();
        using var second = catalogue.Intercept(Noting("2") with { Order = 1 });
        var first = catalogue.Intercept(Noting("1"));
        var third = catalogue.Intercept(Noting("3") with { Order = 1 });

        await catalogue.RunAsync("works", new FlowCall(), Cancelled);
        _seen.ShouldBe(["1 before a", "2 before a", "3 before a", "3 after a", "2 after a", "1 after a"]);

        _seen.Clear();
        first.Dispose();
        third.Dispose();
        third.Dispose();
        await catalogue.RunAsync("works", new FlowCall(), Cancelled);
        _seen.ShouldBe(["2 before a", "2 after a"]);
    }

    [Fact]
    public async Task Hooks_are_for_all_or_one_operator_or_one_flow()
    {
        var catalogue = Catalogue();
        catalogue.Intercept(Noting("fails") with { Operator = "fails_op" });
        catalogue.Intercept(Noting("long") with { Flow = "long", After = null });

        await catalogue.RunAsync("works", new FlowCall(), Cancelled);
        await Should.ThrowAsync<FlowException>(catalogue.RunAsync("long", new FlowCall(), Cancelled));

        _seen.ShouldBe(["long before a", "fails before fails", "long before fails", "long error fails FormatException", "fails error fails FormatException"]);
    }

    [Fact]
    public void A_hook_that_would_never_be_called_is_refused()
    {
        var catalogue = Catalogue();

        Should
            .Throw<ArgumentException>(() => catalogue.Intercept(Noting("x") with { Flow = "workz" }))
            .Message.ShouldContain("There is no flow \"workz\" to intercept; did you mean works?");
        Should.Throw<ArgumentException>(() => catalogue.Intercept(Noting("x") with { Operator = "failz" })).Message.ShouldContain("did you mean fails?");
    }

    [Fact]
    public async Task A_failure_stays_one_unless_a_hook_says_otherwise()
    {
        var catalogue = Catalogue();
        var handle = catalogue.Intercept(new FlowInterceptor { OnError = (run, _) => throw new InvalidOperationException("the hook itself") });
        (await Should.ThrowAsync<FlowException>(catalogue.RunAsync("long", new FlowCall(), Cancelled))).InnerException.ShouldBeOfType<FormatException>();
        handle.Dispose();

        catalogue.Intercept(new FlowInterceptor
        {
            OnError = (run, _) =>
            {
                run.Exception.ShouldBeOfType<FlowException>();
                run.Suppress();
                return ValueTask.CompletedTask;
            },
        });

        var response = await catalogue.RunAsync("long", new FlowCall(), Cancelled);
        response.Answer.ShouldBe("end");
        response.TryGet(Text, out var text).ShouldBeTrue();
        text.ShouldBe("a", "what the failed operator wrote is dropped");
    }

    [Fact]
    public async Task A_hook_can_stop_the_flow()
    {
        var catalogue = Catalogue();
        catalogue.Intercept(new FlowInterceptor { Before = (_, _) => throw new FormatException("secret") });

        (await Should.ThrowAsync<FlowException>(catalogue.RunAsync("works", new FlowCall(), Cancelled))).Message
            .ShouldBe("flow works: a: an interceptor failed with FormatException");
    }

    [Fact]
    public async Task A_hook_sees_the_context_and_the_time_but_cannot_suppress_what_did_not_fail()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var catalogue = Catalogue(TestFlows.With(time));
        catalogue.Intercept(new FlowInterceptor
        {
            Operator = "end",
            Before = (run, _) =>
            {
                run.Context.Get(Text).ShouldBe("a");
                time.Advance(TimeSpan.FromSeconds(3));
                return ValueTask.CompletedTask;
            },
            After = (run, _) =>
            {
                run.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
                Should.Throw<InvalidOperationException>(run.Suppress);
                _seen.Add(run.Flow);
                return ValueTask.CompletedTask;
            },
        });

        await catalogue.RunAsync("short", new FlowCall(), Cancelled);

        _seen.ShouldBe(["short"]);
    }

    [Fact]
    public async Task A_cancellation_is_no_error_to_a_hook()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var catalogue = Catalogue();
        catalogue.Intercept(Noting("x") with
        {
            Before = async (_, token) =>
            {
                await source.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
        });

        await Should.ThrowAsync<OperationCanceledException>(catalogue.RunAsync("works", new FlowCall(), source.Token));
        _seen.ShouldBeEmpty();
    }

    private static FlowCatalogue Catalogue(IServiceProvider? services = null)
    {
        var flows = TestFlows
            .Of()
            .Add("a", context => context.Set(Text, "a"), writes: [Text])
            .Add("end", context => context.Response.Answer = "end")
            .Add(
                "fails",
                context =>
                {
                    context.Set(Text, "half");
                    throw new FormatException();
                },
                writes: [Text]);
        flows.Services = services;
        return flows.Build(
            new FlowDefinition { Name = "works", Expression = "a" }, new FlowDefinition { Name = "short", Expression = "a >> end" },
            new FlowDefinition { Name = "long", Expression = "a >> fails >> end" });
    }

    private FlowInterceptor Noting(string name)
    {
        return new FlowInterceptor
        {
            Before = (run, _) => Note($"{name} before {run.Operator}"),
            After = (run, _) => Note($"{name} after {run.Operator}"),
            OnError = (run, _) => Note($"{name} error {run.Operator} {run.Exception!.InnerException!.GetType().Name}"),
        };

        ValueTask Note(string what)
        {
            _seen.Add(what);
            return ValueTask.CompletedTask;
        }
    }
}
