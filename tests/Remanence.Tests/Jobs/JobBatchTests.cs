using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Stores;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Jobs;

public sealed class JobBatchTests
{
    private static readonly JobOptions Options = new() { Quiet = TimeSpan.FromSeconds(2), BatchMessages = 5, MaxWait = TimeSpan.FromSeconds(30) };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_of_a_session_wait_for_a_quiet_spell_and_go_as_one_batch()
    {
        var (fixture, handler) = await StartAsync();
        await using var owned = fixture;
        var start = _time.GetUtcNow();
        DateTimeOffset[] said = [start, start.AddSeconds(1), start.AddSeconds(2.5)];
        for (var i = 0; i < said.Length; i++)
        {
            _time.Advance(said[i] - _time.GetUtcNow());
            await fixture.SayAsync($"m{i}");
            await UntilPutBackAsync(fixture, i + 1);
        }

        _time.Advance(TimeSpan.FromSeconds(1.9));
        await fixture.SayAsync("other", session: "another");
        await UntilPutBackAsync(fixture, 4);
        handler.Calls.ShouldBeEmpty();
        await fixture.PassAsync(TimeSpan.FromSeconds(0.1), () => Task.FromResult(handler.Calls.Count == 1), "The batch does not run.");
        (_time.GetUtcNow() - said[^1]).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5));
        handler.Calls[0].Count.ShouldBe(3);
        await fixture.PassAsync(TimeSpan.FromSeconds(0.1), async () => (await fixture.ObservationsAsync()).Count == 4, "The other session does not run.");
        (await fixture.ObservationsAsync()).ShouldBe(["m0", "m1", "m2", "other"]);
        var jobs = (await fixture.Store.QueryJobsAsync(new PageQuery { Scope = new Scope(JobFixture.Workspace) }, [], Token)).Items;
        jobs.ShouldAllBe(job => job.State == JobState.Succeeded && job.Attempts == 1);
    }

    [Fact]
    public async Task A_full_batch_does_not_wait()
    {
        var (fixture, handler) = await StartAsync();
        await using var owned = fixture;
        for (var i = 0; i < 5; i++)
        {
            await fixture.SayAsync($"m{i}");
            _time.Advance(TimeSpan.FromTicks(1));
        }

        await JobFixture.UntilAsync(() => handler.Calls.Count == 1, "It waits.");
        handler.Calls[0].Count.ShouldBe(5);
    }

    [Fact]
    public async Task Messages_without_end_hold_a_batch_up_only_so_long()
    {
        var (fixture, handler) = await StartAsync(Options with { BatchMessages = 1000 });
        await using var owned = fixture;
        var said = 0;
        while (handler.Calls.Count == 0)
        {
            said.ShouldBeLessThan(40, "It waits for ever.");
            await fixture.SayAsync($"m{said++}");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Token);
        }

        said.ShouldBeInRange(30, 33);
    }

    [Fact]
    public async Task Somebody_who_waits_ends_the_quiet_spell()
    {
        var (fixture, handler) = await StartAsync();
        await using var owned = fixture;
        await fixture.SayAsync("before");
        _time.Advance(TimeSpan.FromTicks(1));
        var answer = await fixture.SayAsync("now", wait: true);
        (answer.Mode, answer.JobId).ShouldBe(("inferred", null));
        answer.Memories.Select(memory => (memory.Kind, memory.Content)).ShouldBe([("message", "now"), ("observation", "now")]);
        handler.Calls.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_backlog_is_split_in_order()
    {
        var store = new InMemoryStore(_time);
        await store.OpenAsync(Token);
        await using (var writer = new MemoryEngine(store, new MemoryEngineOptions { JobHandlers = [Handler(store)] }, _time))
        {
            for (var i = 0; i < 23; i++)
            {
                await writer.MemorizeAsync(
                    JobFixture.Workspace, new() { Messages = [new() { Role = "user", Content = $"m{i:00}" }], SessionId = "s", Wait = false }, Token);
                _time.Advance(TimeSpan.FromMilliseconds(1));
            }

            var handler = Handler(store);
            _time.Advance(TimeSpan.FromMinutes(1));
            await using var fixture = await JobFixture.StartAsync(handler, Options, store, _time);
            await fixture.PassAsync(TimeSpan.FromSeconds(0.1), async () => (await fixture.ObservationsAsync()).Count == 23, "They are not all done.");
            handler.Calls.Select(call => call.Count).ShouldBe([5, 5, 5, 5, 3]);
            (await fixture.ObservationsAsync()).ShouldBe(Enumerable.Range(0, 23).Select(i => $"m{i:00}"));
        }
    }

    [Fact]
    public async Task One_bad_job_does_not_take_its_batch_along()
    {
        var store = new InMemoryStore(_time);
        var handler = new ScriptedHandler(JobKinds.Consolidate, true, async (run, token) =>
        {
            var work = await JobFixture.ObserveAsync(store, run, _time, token);
            return work.Inserts.Any(memory => memory.Content == "poison") ? throw new InvalidOperationException() : work;
        });
        await store.OpenAsync(Token);
        await using var fixture = await JobFixture.StartAsync(handler, Options, store, _time);
        foreach (var content in new[] { "before", "poison", "after" })
        {
            await fixture.SayAsync(content);
            _time.Advance(TimeSpan.FromTicks(1));
        }

        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), async () => (await CountAsync(store, JobState.Dead)) == 1, "The bad one does not die.");
        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), async () => (await fixture.ObservationsAsync()).Count == 2, "The good ones are not done.");
        (await CountAsync(store, JobState.Succeeded)).ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_job_of_a_running_batch_is_left_out_and_the_others_are_done()
    {
        var store = new InMemoryStore(_time);
        var go = new TaskCompletionSource();
        var handler = new ScriptedHandler(JobKinds.Consolidate, true, async (run, token) =>
        {
            await go.Task;
            return await JobFixture.ObserveAsync(store, run, _time, CancellationToken.None);
        });
        await store.OpenAsync(Token);
        await using var fixture = await JobFixture.StartAsync(handler, Options, store, _time);
        await fixture.SayAsync("kept");
        _time.Advance(TimeSpan.FromTicks(1));
        var job = (await fixture.SayAsync("taken back")).JobId!;
        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), () => Task.FromResult(handler.Calls.Count == 1), "It does not run.");
        handler.Calls[0].Count.ShouldBe(2);
        await fixture.Engine.CancelJobAsync(job, Token);
        go.SetResult();
        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), async () => (await fixture.ObservationsAsync()).Count > 0, "The other is not done.");
        (await fixture.ObservationsAsync()).ShouldBe(["kept"]);
        (await store.GetJobAsync(JobFixture.Workspace, job, Token))!.State.ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task A_day_s_outage_loses_nothing_and_does_nothing_twice()
    {
        var store = new InMemoryStore(_time);
        var down = true;
        var handler = new ScriptedHandler(JobKinds.Consolidate, true, async (run, token) => down
            ? throw new ModelException(ModelFailure.Unavailable, "The endpoint does not answer; is it running?")
            : await JobFixture.ObserveAsync(store, run, _time, token));
        await store.OpenAsync(Token);
        await using var fixture = await JobFixture.StartAsync(handler, Options with { BatchMessages = 50, LeaseTime = TimeSpan.FromHours(1) }, store, _time);
        var start = _time.GetUtcNow();
        var said = new List<string>();
        while (_time.GetUtcNow() - start < TimeSpan.FromHours(24))
        {
            var content = $"fact number{said.Count} of the day";
            said.Add(content);
            var answer = await fixture.SayAsync(content, session: $"s{said.Count % 3}");
            answer.JobId.ShouldNotBeNull();
            answer.Mode.ShouldBe("verbatim");
            var found = await fixture.Engine.RetrieveAsync(JobFixture.Workspace, new() { Query = $"number{said.Count - 1}", TopK = 1 }, Token);
            found.Results.ShouldHaveSingleItem().Memory.Content.ShouldBe(content);
            var calls = handler.Calls.Count;
            var next = _time.GetUtcNow().AddMinutes(15);
            await fixture.PassAsync(
                TimeSpan.FromMinutes(1), () => Task.FromResult(_time.GetUtcNow() >= next && handler.Calls.Count > calls), "It gave up.");
        }

        await JobFixture.UntilAsync(async () => await CountAsync(store, JobState.Running) == 0, "Jobs hang.");
        var waiting = (await store.QueryJobsAsync(new PageQuery { Scope = new Scope(JobFixture.Workspace), Limit = 1000 }, [], Token)).Items;
        waiting.Count.ShouldBe(said.Count);
        waiting.Count(job => job.State == JobState.Retrying).ShouldBeGreaterThan(said.Count - 4);
        waiting
            .Where(job => job.State == JobState.Retrying)
            .ShouldAllBe(job => job.Attempts > 0 && job.Failures == 0 && job.Error!.StartsWith("The endpoint does not answer"));
        waiting[0].Attempts.ShouldBeGreaterThan(80);
        (await fixture.ObservationsAsync()).ShouldBeEmpty();

        down = false;
        var recovered = _time.GetUtcNow();
        await fixture.PassAsync(TimeSpan.FromSeconds(5), async () => (await fixture.ObservationsAsync()).Count >= said.Count, "Not all is extracted.");
        (_time.GetUtcNow() - recovered).ShouldBeLessThan(TimeSpan.FromMinutes(6));
        (await fixture.ObservationsAsync()).Order(StringComparer.Ordinal).ShouldBe(said.Order(StringComparer.Ordinal));
        await fixture.PassAsync(TimeSpan.FromSeconds(5), async () => await CountAsync(store, JobState.Succeeded) == said.Count, "Jobs are left.");
    }

    [Fact]
    public async Task Waiting_ends_with_the_job_s_failure_or_the_limit()
    {
        var store = new InMemoryStore(_time);
        var handler = new ScriptedHandler(JobKinds.Consolidate, true, (run, _) => run.Job.Scope.User == "ann"
            ? throw new ModelException(ModelFailure.Refused, "The model declined.")
            : throw new ModelException(ModelFailure.Unavailable, "Down."));
        await store.OpenAsync(Token);
        await using var fixture = await JobFixture.StartAsync(handler, Options, store, _time);
        var failing = fixture.SayAsync("x", wait: true, user: "ann");
        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), () => Task.FromResult(failing.IsCompleted), "It waits for ever.");
        var failure = await Should.ThrowAsync<JobFailedException>(failing);
        failure.Message.ShouldContain("The messages are kept");
        failure.Message.ShouldContain("The model declined");
        var patient = fixture.SayAsync("y", wait: true);
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(patient.IsCompleted), "It waits for ever.");
        var answer = await patient;
        answer.JobId.ShouldNotBeNull();
        answer.Mode.ShouldBe("verbatim");
        (await CountAsync(store, JobState.Dead)).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_queued_where_nobody_consolidates_or_nobody_wants_it()
    {
        await using var fixture = await JobFixture.StartAsync(new ScriptedHandler("other", false, (_, _) => throw new InvalidOperationException()));
        (await fixture.SayAsync("x", wait: true)).JobId.ShouldBeNull();
        var (second, _) = await StartAsync();
        await using var owned = second;
        await second.Engine.MemorizeAsync(JobFixture.Workspace, new() { Messages = [new() { Role = "user", Content = "x" }], Infer = false }, Token);
        (await fixture.Store.CountJobsAsync(Token)).ShouldBeEmpty();
        (await second.Store.CountJobsAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_sent_again_is_answered_with_the_same_job()
    {
        var (fixture, _) = await StartAsync();
        await using var owned = fixture;
        var request = new Services.MemorizeRequest { Messages = [new() { Role = "user", Content = "x" }], IdempotencyKey = "k" };
        var first = await fixture.Engine.MemorizeAsync(JobFixture.Workspace, request, Token);
        (await fixture.Engine.MemorizeAsync(JobFixture.Workspace, request, Token)).JobId.ShouldBe(first.JobId);
        await fixture.PassAsync(TimeSpan.FromSeconds(0.5), async () => (await fixture.ObservationsAsync()).Count > 0, "It does not run.");
        var done = await fixture.Engine.MemorizeAsync(JobFixture.Workspace, request, Token);
        (done.JobId, done.Mode, done.Memories.Count).ShouldBe((null, "inferred", 2));
        (await fixture.ObservationsAsync()).ShouldBe(["x"]);
    }

    private static async Task<long> CountAsync(MemoryStore store, JobState state) =>
        (await store.CountJobsAsync(Token)).Where(count => count.State == state).Sum(count => count.Count);

    private ScriptedHandler Handler(MemoryStore store) =>
        new(JobKinds.Consolidate, true, async (run, token) => await JobFixture.ObserveAsync(store, run, _time, token));

    private async Task<(JobFixture Fixture, ScriptedHandler Handler)> StartAsync(JobOptions? options = null)
    {
        var store = new InMemoryStore(_time);
        var handler = Handler(store);
        await store.OpenAsync(Token);
        return (await JobFixture.StartAsync(handler, options ?? Options, store, _time), handler);
    }

    // The worker has looked at each of them and found that it is not time yet.
    private Task UntilPutBackAsync(JobFixture fixture, int jobs) => JobFixture.UntilAsync(
        async () =>
        {
            var queued = (await fixture.Store.QueryJobsAsync(new PageQuery { Scope = new Scope(JobFixture.Workspace) }, [JobState.Queued], Token)).Items;
            return queued.Count == jobs && queued.All(job => job.DueAt > _time.GetUtcNow());
        },
        "The worker does not look.");
}
