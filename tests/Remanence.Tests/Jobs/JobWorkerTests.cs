using Microsoft.Extensions.Logging;
using Remanence.Flows;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Tests.Jobs;

public sealed class JobWorkerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_runs_and_its_effect_is_committed_with_it()
    {
        var handler = new ScriptedHandler("work", false, (run, _) => Task.FromResult<ChangeSet?>(Insert(run, "effect")));
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, job, JobState.Succeeded), "It does not run.");
        (await fixture.Store.GetAsync(JobFixture.Workspace, "effect", Token)).ShouldNotBeNull();
        var done = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (done.Attempts, done.Failures, done.Progress, done.LeaseOwner).ShouldBe((1, 0, 1, null));
        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_kind_waits()
    {
        var handler = new ScriptedHandler("work", false, (_, _) => Task.FromResult<ChangeSet?>(null));
        await using var fixture = await JobFixture.StartAsync(handler);
        var unknown = await fixture.QueueAsync("unknown", priority: 9);
        var known = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, known, JobState.Succeeded), "It does not run.");
        var waiting = (await fixture.Store.GetJobAsync(JobFixture.Workspace, unknown.Id, Token))!;
        (waiting.State, waiting.Attempts).ShouldBe((JobState.Queued, 0));
    }

    [Fact]
    public async Task Failures_of_its_own_lead_to_the_dead_letter_and_a_retry_out_of_it()
    {
        var broken = true;
        var handler = new ScriptedHandler("work", false, (run, _) => broken
            ? throw new InvalidOperationException("what Ann said")
            : Task.FromResult<ChangeSet?>(Insert(run, "effect")));
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, job, JobState.Dead), "It does not die.");
        var dead = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (dead.Attempts, dead.Failures).ShouldBe((5, 5));
        dead.Error.ShouldNotBeNull().ShouldNotContain("Ann");
        dead.Error.ShouldContain("InvalidOperationException");
        broken = false;
        await fixture.Engine.RetryJobAsync(job.Id, Token);
        await fixture.UntilStateAsync(job.Id, JobState.Succeeded);
        (await fixture.Store.GetAsync(JobFixture.Workspace, "effect", Token)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(typeof(StoreFullException))]
    [InlineData(typeof(StoreUnavailableException))]
    [InlineData(typeof(StaleReadException))]
    public async Task A_store_that_cannot_be_written_gives_no_job_up_though_a_flow_tells_of_it(Type failure)
    {
        var handler = new ScriptedHandler(
            "work",
            false,
            (_, _) =>
                throw new FlowException(
                    "flow",
                    null,
                    "failed",
                    new FlowException("inner", "step", "failed", (Exception)Activator.CreateInstance(failure, "No room.", null)!)));
        await using var fixture = await JobFixture.StartAsync(handler, JobFixture.Options with { LeaseTime = TimeSpan.FromHours(1) });
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMinutes(1), () => Task.FromResult(handler.Calls.Count >= 8), "It is given up.");
        await fixture.UntilStateAsync(job.Id, JobState.Retrying);
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            waiting => waiting.Failures.ShouldBe(0), waiting => waiting.Error.ShouldBe("No room."));
    }

    [Theory]
    [InlineData(typeof(StoreFullException), 0)]
    [InlineData(typeof(StoreDamagedException), 0)]
    [InlineData(typeof(StoreUnavailableException), 1)]
    [InlineData(typeof(StaleReadException), 1)]
    public async Task What_keeps_every_job_from_its_work_is_told_once(Type failure, int warnings)
    {
        const int Retrying = 101;
        var handler = new ScriptedHandler("work", false, (_, _) =>
            throw new FlowException("flow", null, "failed", (Exception)Activator.CreateInstance(failure, "No room.", null)!));
        var log = new LoggedLines();
        await using var fixture = await JobFixture.StartAsync(handler, JobFixture.Options with { LeaseTime = TimeSpan.FromHours(1) }, logging: log);
        for (var i = 0; i < 5; i++)
        {
            await fixture.QueueAsync("work");
        }

        await fixture.PassAsync(TimeSpan.FromMinutes(1), () => Task.FromResult(log.Count(LogLevel.Debug, Retrying) >= 8), "It is told each time.");
        log.Count(LogLevel.Warning, Retrying).ShouldBe(warnings);
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized)]
    [InlineData(ModelFailure.OverBudget)]
    public async Task What_a_person_must_repair_is_tried_slowly_and_never_given_up(ModelFailure failure)
    {
        var handler = new ScriptedHandler("work", false, (_, _) => throw new ModelException(failure, "The key is wrong; set llm.default.api_key."));

        // The clock leaps further than a lease lasts, which is no failure of the job's.
        await using var fixture = await JobFixture.StartAsync(handler, JobFixture.Options with { LeaseTime = TimeSpan.FromHours(1) });
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMinutes(5), () => Task.FromResult(handler.Calls.Count >= 8), "It is given up.");
        await fixture.UntilStateAsync(job.Id, JobState.Retrying);
        var waiting = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (waiting.Failures, waiting.Error).ShouldBe((0, "The key is wrong; set llm.default.api_key."));
        (waiting.DueAt - waiting.UpdatedAt).ShouldBeInRange(JobFixture.Options.RepairRetry * 0.8, JobFixture.Options.RepairRetry);
    }

    [Fact]
    public async Task A_pause_that_the_endpoint_asks_for_is_kept()
    {
        var handler = new ScriptedHandler(
            "work",
            false,
            (_, _) => throw new ModelException(ModelFailure.RateLimited, "Too many.", retryAfter: TimeSpan.FromMinutes(20)));
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, job, JobState.Retrying), "It does not fail.");
        var waiting = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (waiting.DueAt - waiting.UpdatedAt).ShouldBe(TimeSpan.FromMinutes(20), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_cancelled_job_is_told_so_and_has_no_effect()
    {
        var told = new TaskCompletionSource();
        var handler = new ScriptedHandler("work", false, async (run, cancelled) =>
        {
            await Task.Delay(Timeout.Infinite, cancelled).ContinueWith(_ => told.SetResult(), TaskScheduler.Default);

            // A handler that finishes all the same.
            return Insert(run, "effect");
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, job, JobState.Running), "It does not run.");
        await fixture.Engine.CancelJobAsync(job.Id, Token);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await fixture.Engine.StopJobsAsync(Token);
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!.State.ShouldBe(JobState.Cancelled);
        (await fixture.Store.GetAsync(JobFixture.Workspace, "effect", Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_dropped_or_erased_while_it_runs_has_no_effect(bool drop)
    {
        var go = new TaskCompletionSource();
        var scope = new Scope(JobFixture.Workspace, "ann");
        var handler = new ScriptedHandler("work", false, async (run, _) =>
        {
            await go.Task;
            return Insert(run, "effect");
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work", scope);
        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, job, JobState.Running), "It does not run.");
        _ = drop ? await fixture.Engine.DropWorkspaceAsync(JobFixture.Workspace, Token) : await fixture.Engine.EraseAsync(scope, Token);
        go.SetResult();
        await fixture.Engine.StopJobsAsync(Token);
        (await fixture.Store.GetAsync(JobFixture.Workspace, "effect", Token)).ShouldBeNull();
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Long_work_keeps_its_lease_and_shows_its_progress()
    {
        var go = new TaskCompletionSource();
        var handler = new ScriptedHandler("work", false, async (run, token) =>
        {
            await run.ReportAsync(0.25, token);
            await go.Task;
            return null;
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, job, JobState.Running), "It does not run.");
        var end = fixture.Time.GetUtcNow() + (JobFixture.Options.LeaseTime * 10);
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(fixture.Time.GetUtcNow() >= end), "Time stands still.");
        var running = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (running.State, running.Attempts, running.Progress).ShouldBe((JobState.Running, 1, 0.25));
        go.SetResult();
        await fixture.UntilStateAsync(job.Id, JobState.Succeeded);
        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_hands_work_back_without_counting_the_attempt()
    {
        var handler = new ScriptedHandler("work", false, async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null;
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, job, JobState.Running), "It does not run.");
        await fixture.Engine.StopJobsAsync(Token);
        var back = (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!;
        (back.State, back.Attempts, back.Failures, back.LeaseOwner, back.LeaseUntil).ShouldBe((JobState.Queued, 0, 0, null, null));
    }

    [Fact]
    public async Task A_handler_that_does_not_end_cannot_hold_a_stop_up_nor_have_an_effect_later()
    {
        var go = new TaskCompletionSource();
        var handler = new ScriptedHandler("work", false, async (run, _) =>
        {
            await go.Task;
            return Insert(run, "effect");
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, job, JobState.Running), "It does not run.");
        var stop = fixture.Engine.StopJobsAsync(Token);
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(stop.IsCompleted), "The stop waits for it.");
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!.State.ShouldBe(JobState.Queued);
        go.SetResult();
        await using var second = await JobFixture.StartAsync(
            new ScriptedHandler("work", false, (run, _) => Task.FromResult<ChangeSet?>(Insert(run, "second"))), store: fixture.Store, time: fixture.Time);
        await second.UntilStateAsync(job.Id, JobState.Succeeded);
        (await fixture.Store.GetAsync(JobFixture.Workspace, "effect", Token)).ShouldBeNull();
        (await fixture.Store.GetAsync(JobFixture.Workspace, "second", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_vanished_worker_s_job_is_taken_over_once_its_lease_is_over()
    {
        var handler = new ScriptedHandler("work", false, (run, _) => Task.FromResult<ChangeSet?>(Insert(run, "effect")));
        await using var fixture = await JobFixture.StartAsync(new ScriptedHandler("other", false, (_, _) => throw new InvalidOperationException()));
        var job = await fixture.QueueAsync("work");
        await fixture.Store.LeaseJobAsync("vanished", TimeSpan.FromSeconds(30), [], Token);
        await using var second = await JobFixture.StartAsync(handler, store: fixture.Store, time: fixture.Time);
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, job, JobState.Succeeded), "It is lost.");
        (fixture.Time.GetUtcNow() - job.DueAt).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token))!.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Jobs_of_one_scope_run_in_order_and_one_at_a_time()
    {
        var running = 0;
        var most = 0;
        var handler = new ScriptedHandler("work", false, async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return null;
        });
        await using var fixture = await JobFixture.StartAsync(handler);
        var queued = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            queued.Add((await fixture.QueueAsync("work")).Id);
            fixture.Time.Advance(TimeSpan.FromTicks(1));
        }

        await fixture.PassAsync(TimeSpan.FromMilliseconds(100), () => HasStateAsync(fixture, queued[^1], JobState.Succeeded), "They do not end.");
        handler.Calls.Select(call => call.ShouldHaveSingleItem().Id).ShouldBe(queued);
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Old_ended_jobs_are_pruned_and_dead_ones_stay()
    {
        var handler = new ScriptedHandler("work", false, (_, _) => Task.FromResult<ChangeSet?>(null));
        await using var fixture = await JobFixture.StartAsync(handler);
        var job = await fixture.QueueAsync("work");
        var dead = await fixture.QueueAsync("unknown");
        await fixture.Store.TryUpdateJobAsync(new JobUpdate(dead, dead with { State = JobState.Dead }), Token);
        await fixture.PassAsync(TimeSpan.FromSeconds(1), () => HasStateAsync(fixture, job, JobState.Succeeded), "It does not run.");
        await fixture.PassAsync(
            TimeSpan.FromHours(6),
            async () => await fixture.Store.GetJobAsync(JobFixture.Workspace, job.Id, Token) is null,
            "It is kept for ever.");
        (fixture.Time.GetUtcNow() - job.RecordedAt).ShouldBeGreaterThan(JobFixture.Options.Retention);
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, dead.Id, Token)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Options_that_cannot_work_are_refused(int workers)
    {
        var refused = Should.Throw<ArgumentOutOfRangeException>(() => new JobOptions { Workers = workers }.Check());
        refused.Message.ShouldContain($"Workers is {workers}; use 1 to 256.");
        Should.Throw<ArgumentOutOfRangeException>(() => new JobOptions { Quiet = TimeSpan.FromMinutes(2) }.Check()).Message.ShouldContain("MaxWait");
    }

    private static ChangeSet Insert(JobRun run, string id) => new()
    {
        Id = "left to the worker",
        Workspace = run.Job.Scope.Workspace,
        At = run.Job.RecordedAt,
        Inserts =
        [
            new Memory
            {
                Id = id,
                Scope = run.Job.Scope,
                Kind = MemoryKinds.Observation,
                Content = "made by the job",
                ObservedAt = run.Job.RecordedAt,
                RecordedAt = run.Job.RecordedAt,
                UpdatedAt = run.Job.RecordedAt,
            },
        ],
    };

    private static Task<bool> HasStateAsync(JobFixture fixture, Job job, JobState state) => HasStateAsync(fixture, job.Id, state);

    private static async Task<bool> HasStateAsync(JobFixture fixture, string id, JobState state) =>
        (await fixture.Store.GetJobAsync(JobFixture.Workspace, id, Token))?.State == state;
}
