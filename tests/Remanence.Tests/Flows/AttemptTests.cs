using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Flows;

public sealed class AttemptTests
{
    private static readonly Slot<int> Count = new("count");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_is_tried_as_often_as_it_may_and_each_attempt_begins_anew()
    {
        var attempts = 0;
        var flow = TestFlows.Of().Add("flaky", context =>
        {
            context.Has(Count).ShouldBeFalse();
            context.Set(Count, ++attempts);
            context.Response.Answer += "x";
            if (attempts < 3)
            {
                throw new IOException();
            }
        }, writes: [Count]).Configure(new OperatorConfiguration { Name = "flaky", MaxAttempts = 3 }).Build("flaky");

        var response = await flow.RunAsync(new FlowCall(), Cancelled);

        response.TryGet(Count, out var count).ShouldBeTrue();
        count.ShouldBe(3);
        response.Answer.ShouldBe("x");
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_is_the_flows()
    {
        var attempts = 0;
        var flow = TestFlows.Of().Add("fails", _ => throw new IOException($"{++attempts}"))
            .Configure(new OperatorConfiguration { Name = "fails", MaxAttempts = 2 }).Build("fails");

        var exception = await Should.ThrowAsync<FlowException>(flow.RunAsync(new FlowCall(), Cancelled));

        exception.InnerException!.Message.ShouldBe("2");
        attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_operator_that_may_fail_falls_back()
    {
        var flows = TestFlows.Of().Add("end", context => context.Response.Answer += context.GetOr(Count, -1), optional: [Count]);
        flows.Registry.Add("falls", _ => new FallsBack());
        var flow = flows.Configure(new OperatorConfiguration { Name = "falls", RaiseException = false, MaxAttempts = 2 }).Build("falls >> end");

        (await flow.RunAsync(new FlowCall(), Cancelled)).Answer.ShouldBe("IOException42");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_attempt_ends_with_its_time(bool heeds)
    {
        var started = new TaskCompletionSource();
        var late = new TaskCompletionSource();
        var written = new TaskCompletionSource();
        var flows = TestFlows.Of().Add("slow", async (context, token) =>
        {
            started.SetResult();
            await (heeds ? Task.Delay(Timeout.Infinite, token) : late.Task);
            context.Set(Count, 1);
            written.SetResult();
        }, writes: [Count]).Configure(new OperatorConfiguration { Name = "slow", Timeout = TimeSpan.FromSeconds(1.5) });
        flows.Services = TestFlows.With(_time);
        var run = flows.Build("slow").RunAsync(new FlowCall(), Cancelled);
        await started.Task.WaitAsync(Cancelled);

        run.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(2));

        var exception = await Should.ThrowAsync<FlowTimeoutException>(run);
        exception.Message.ShouldBe("flow test: slow: took longer than its limit of 1.5 s");
        exception.Limit.ShouldBe(TimeSpan.FromSeconds(1.5));
        _time.Waiting.ShouldBe(0);
        if (!heeds)
        {
            late.SetResult();
            await written.Task.WaitAsync(Cancelled);
        }
    }

    [Fact]
    public async Task A_step_that_took_too_long_is_tried_again()
    {
        var attempts = 0;
        var started = new SemaphoreSlim(0);
        var flows = TestFlows.Of().Add("slow", async (_, token) =>
        {
            attempts++;
            started.Release();
            await Task.Delay(attempts == 1 ? Timeout.Infinite : 0, token);
        }).Configure(new OperatorConfiguration { Name = "slow", Timeout = TimeSpan.FromSeconds(1), MaxAttempts = 2 });
        flows.Services = TestFlows.With(_time);
        var run = flows.Build("slow").RunAsync(new FlowCall(), Cancelled);
        await started.WaitAsync(Cancelled);
        _time.Advance(TimeSpan.FromSeconds(1));

        await run;

        attempts.ShouldBe(2);
        started.Dispose();
    }

    [Fact]
    public async Task A_flow_ends_with_its_time()
    {
        var started = new TaskCompletionSource();
        var flows = TestFlows.Of().Add("slow", async (_, _) =>
        {
            started.SetResult();
            await new TaskCompletionSource().Task;
        });
        flows.Services = TestFlows.With(_time);
        flows.Options = new FlowCatalogueOptions { TimeLimit = TimeSpan.FromMinutes(1) };
        var run = flows.Build("slow?").RunAsync(new FlowCall { TimeLimit = TimeSpan.FromSeconds(5) }, Cancelled);
        await started.Task.WaitAsync(Cancelled);
        _time.Advance(TimeSpan.FromSeconds(5));

        var exception = await Should.ThrowAsync<FlowTimeoutException>(run);
        exception.Message.ShouldBe("flow test: took longer than its limit of 5 s");
        exception.Step.ShouldBeNull();
    }

    [Fact]
    public async Task A_cancellation_within_a_limit_is_a_cancellation()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var started = new TaskCompletionSource();
        var flows = TestFlows.Of().Add("slow", async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }).Configure(new OperatorConfiguration { Name = "slow", Timeout = TimeSpan.FromSeconds(1), MaxAttempts = 5, RaiseException = false });
        flows.Services = TestFlows.With(_time);
        flows.Options = new FlowCatalogueOptions { TimeLimit = TimeSpan.FromMinutes(1) };
        var run = flows.Build("slow").RunAsync(new FlowCall(), source.Token);
        await started.Task.WaitAsync(Cancelled);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
    }

    private sealed class FallsBack : Operator
    {
        public override OperatorSlots Slots { get; } = new() { Writes = [Count] };

        public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
        {
            context.Set(Count, 1);
            throw new IOException();
        }

        public override ValueTask FallBackAsync(FlowContext context, Exception exception, CancellationToken cancellationToken)
        {
            context.Has(Count).ShouldBeFalse();
            context.Response.Answer = exception.GetType().Name;
            context.Set(Count, 42);
            return ValueTask.CompletedTask;
        }
    }
}
