using System.Collections.Concurrent;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

public abstract class JobSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly DateTimeOffset Now = Sample.At.AddHours(1).ToOffset(TimeSpan.Zero);

    [Fact]
    public async Task Job_comes_back_as_it_was()
    {
        var job = Sample.Job("j", new Scope("ws", "ann", "agent", "session"), 3) with
        {
            State = JobState.Dead,
            Attempts = 4,
            Failures = 2,
            Progress = 0.25,
            Error = "why",
            LeaseOwner = "w",
            LeaseUntil = Sample.At.ToOffset(TimeSpan.Zero),
        };
        await PutAsync(job);
        Sample.Write(await Store.GetJobAsync("ws", "j", Token)).ShouldBe(Sample.Write(job));
        (await Store.GetJobAsync("ws", "unknown", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Lease_makes_a_job_run()
    {
        var job = Sample.Job("j");
        await PutAsync(job);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var leased = (await LeaseAsync())!;
        Sample.Write(leased).ShouldBe(Sample.Write(job with { State = JobState.Running, Attempts = 1, UpdatedAt = Now.AddSeconds(1) }));
        (leased.LeaseOwner, leased.LeaseUntil).ShouldBe(("worker", Now.AddSeconds(61)));
        Sample.Write(await Store.GetJobAsync("ws", "j", Token)).ShouldBe(Sample.Write(leased));
        (await LeaseAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Lease_goes_by_priority_then_age()
    {
        await PutAsync(
            Sample.Job("young"),
            Sample.Job("old", age: 5),
            Sample.Job("urgent", priority: 1),
            Sample.Job("old too", age: 5),
            Sample.Job("last", priority: -1));
        var order = new List<string>();
        while (await LeaseAsync() is { } job)
        {
            order.Add(job.Id);
        }

        order.ShouldBe(["urgent", "old", "old too", "young", "last"]);
    }

    [Fact]
    public async Task Only_due_jobs_are_leased()
    {
        await PutAsync(
            Sample.Job("later") with { DueAt = Now.AddTicks(1) },
            Sample.Job("done") with { State = JobState.Succeeded },
            Sample.Job("dead") with { State = JobState.Dead },
            Sample.Job("cancelled") with { State = JobState.Cancelled },
            Sample.Job("retry") with { State = JobState.Retrying, DueAt = Now });
        (await LeaseAsync())!.Id.ShouldBe("retry");
        (await LeaseAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task One_scope_runs_one_job_at_a_time()
    {
        var scope = new Scope("ws", "ann");
        await PutAsync(
            Sample.Job("first", scope, age: 2), Sample.Job("second", scope, age: 1), Sample.Job("other agent", scope with { Agent = "x" }),
            Sample.Job("shared", new Scope("ws")), Sample.Job("shared too", new Scope("ws")));
        (await LeaseAsync())!.Id.ShouldBe("first");
        (await LeaseAsync())!.Id.ShouldBe("other agent");
        (await LeaseAsync())!.Id.ShouldBe("shared");
        (await LeaseAsync()).ShouldBeNull();
        var first = (await Store.GetJobAsync("ws", "first", Token))!;
        (await Store.TryUpdateJobAsync(new JobUpdate(first, first with { State = JobState.Succeeded }), Token)).ShouldNotBeNull();
        (await LeaseAsync())!.Id.ShouldBe("second");
    }

    [Fact]
    public async Task Expired_lease_is_taken_over()
    {
        await PutAsync(Sample.Job("j"));
        await LeaseAsync();
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        (await LeaseAsync("other")).ShouldBeNull();
        Fixture.Clock.Advance(TimeSpan.FromTicks(1));
        var taken = await LeaseAsync("other");
        (taken!.Attempts, taken.Failures, taken.LeaseOwner).ShouldBe((2, 1, "other"));
    }

    [Fact]
    public async Task Kinds_that_the_worker_does_not_know_wait()
    {
        var scope = new Scope("ws", "ann");
        await PutAsync(Sample.Job("odd", scope, priority: 9) with { Kind = "odd" }, Sample.Job("even", scope) with { Kind = "even" });
        (await Store.LeaseJobAsync("worker", TimeSpan.FromMinutes(1), ["none"], Token)).ShouldBeNull();
        (await Store.LeaseJobAsync("worker", TimeSpan.FromMinutes(1), ["none", "even"], Token))!.Id.ShouldBe("even");
        (await Store.GetJobAsync("ws", "odd", Token))!.Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_jobs_are_those_of_the_scope_and_kind_alone()
    {
        var scope = new Scope("ws", "ann", null, "s");
        await PutAsync(
            Sample.Job("young", scope),
            Sample.Job("old", scope, age: 5) with
            {
                State = JobState.Retrying,
                DueAt = Now.AddYears(1),
            },
            Sample.Job("lost", scope, age: 3) with
            {
                State = JobState.Running,
                LeaseUntil = Now,
            },
            Sample.Job("held", scope) with
            {
                State = JobState.Running,
                LeaseUntil = Now.AddTicks(1),
            },
            Sample.Job("done", scope) with
            {
                State = JobState.Succeeded,
            },
            Sample.Job("other kind", scope) with
            {
                Kind = "x",
            },
            Sample.Job("shared", new Scope("ws")),
            Sample.Job("narrower", scope with { Agent = "a" }),
            Sample.Job("elsewhere", scope with { Workspace = "ws2" }));
        (await Store.GetWaitingJobsAsync(scope, "memorize", 10, Token)).Select(job => job.Id).ShouldBe(["old", "lost", "young"]);
        (await Store.GetWaitingJobsAsync(scope, "memorize", 2, Token)).Select(job => job.Id).ShouldBe(["old", "lost"]);
        (await Store.GetWaitingJobsAsync(new Scope("nowhere"), "memorize", 10, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4000)]
    public async Task A_clock_that_is_set_back_delays_no_job(int days)
    {
        await PutAsync(
            Sample.Job("retried", new Scope("ws", "ann")),
            Sample.Job("running", new Scope("ws", "bob")),
            Sample.Job("waiting", new Scope("ws", "eve")));
        var retried = (await LeaseAsync())!;
        await Store.TryUpdateJobAsync(new JobUpdate(retried, retried with { State = JobState.Retrying }) { DueIn = TimeSpan.FromSeconds(50) }, Token);
        (await LeaseAsync()).ShouldNotBeNull().Id.ShouldBe("running");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Fixture.Clock.Advance(-TimeSpan.FromDays(days));
        (await LeaseAsync()).ShouldNotBeNull().Id.ShouldBe("waiting");
        (await LeaseAsync()).ShouldBeNull("nothing is due before its time, either");
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        string?[] leased = [(await LeaseAsync())?.Id, (await LeaseAsync())?.Id];
        leased.ShouldBe(["retried", "running"], ignoreOrder: true);
        await PutAsync(
            Sample.Job("new", new Scope("ws", "new")) with
            {
                RecordedAt = Fixture.Clock.GetUtcNow(),
                DueAt = Fixture.Clock.GetUtcNow(),
                UpdatedAt = Fixture.Clock.GetUtcNow(),
            });
        (await LeaseAsync()).ShouldNotBeNull().Id.ShouldBe("new");
    }

    [Fact]
    public async Task Jobs_are_counted_and_old_ended_ones_pruned()
    {
        await PutAsync(
            Sample.Job("a"), Sample.Job("b"), Sample.Job("dead") with { State = JobState.Dead }, Sample.Job("old") with { State = JobState.Succeeded },
            Sample.Job("cancelled", new Scope("ws2")) with { State = JobState.Cancelled });
        Fixture.Clock.Advance(TimeSpan.FromDays(1));
        await PutAsync(Sample.Job("new") with { State = JobState.Succeeded });
        (await Store.CountJobsAsync(Token)).ShouldBe(
            [
                new("memorize", JobState.Queued, 2),
                new("memorize", JobState.Succeeded, 2),
                new("memorize", JobState.Dead, 1),
                new("memorize", JobState.Cancelled, 1),
            ],
            ignoreOrder: true);
        (await Store.PruneJobsAsync(TimeSpan.FromDays(1), Token)).ShouldBe(0);
        (await Store.PruneJobsAsync(TimeSpan.FromHours(23), Token)).ShouldBe(2);
        (await ListAsync(new Scope("ws"))).ShouldBe(["a", "b", "dead", "new"]);
        (await Store.GetJobAsync("ws2", "cancelled", Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("held")]
    [InlineData("cancelled")]
    [InlineData("taken over")]
    [InlineData("handed back and leased again")]
    [InlineData("dropped")]
    [InlineData("erased")]
    public async Task Work_is_committed_only_while_its_job_is_held(string meanwhile)
    {
        var scope = new Scope("ws", "ann");
        await PutAsync(Sample.Job("j", scope));
        await InsertAsync(Sample.Memory("witness"));
        var leased = (await LeaseAsync())!;
        switch (meanwhile)
        {
            case "cancelled":
                await Store.TryUpdateJobAsync(new JobUpdate(leased, leased with { State = JobState.Cancelled }), Token);
                break;
            case "taken over":
                Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
                await LeaseAsync("other");
                break;
            case "handed back and leased again":
                await Store.TryUpdateJobAsync(new JobUpdate(leased, leased with { State = JobState.Queued }), Token);
                await LeaseAsync();
                break;
            case "dropped":
                await Store.DropWorkspaceAsync("ws", Token);
                break;
            case "erased":
                await Store.EraseAsync(scope, Token);
                break;
        }

        var work = new ChangeSet
        {
            Id = "job/j",
            Workspace = "ws",
            At = Now,
            Leases = [new JobLease("j", "worker", leased.Attempts)],
            Inserts = [Sample.Memory("effect", scope)],
            Jobs = [leased with { State = JobState.Succeeded, LeaseOwner = null, LeaseUntil = null }],
        };
        if (meanwhile == "held")
        {
            await Store.CommitAsync(work, Token);
            (await Store.CommitAsync(work, Token)).AlreadyApplied.ShouldBeTrue();
            (await Store.GetAsync("ws", "effect", Token)).ShouldNotBeNull();
            return;
        }

        var before = await Store.GetWorkspaceAsync("ws", Token);
        await Should.ThrowAsync<JobLeaseLostException>(Store.CommitAsync(work, Token));
        (await Store.GetAsync("ws", "effect", Token)).ShouldBeNull();
        (await Store.GetJobAsync("ws", "j", Token))?.State.ShouldNotBe(JobState.Succeeded);
        (await Store.GetWorkspaceAsync("ws", Token)).ShouldBe(before);
    }

    [Fact]
    public async Task A_lease_in_another_workspace_counts_for_nothing()
    {
        await PutAsync(Sample.Job("j"));
        var leased = (await LeaseAsync())!;
        var work = new ChangeSet { Id = "x", Workspace = "other", At = Now, Leases = [new JobLease("j", "worker", leased.Attempts)] };
        await Should.ThrowAsync<JobLeaseLostException>(Store.CommitAsync(work, Token));
        (await Store.GetWorkspaceAsync("other", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Update_of_what_changed_meanwhile_is_refused()
    {
        var job = Sample.Job("j");
        await PutAsync(job);
        var leased = (await LeaseAsync())!;
        (await Store.TryUpdateJobAsync(new JobUpdate(job, job with { State = JobState.Cancelled }), Token)).ShouldBeNull();
        (await Store.TryUpdateJobAsync(new JobUpdate(leased with { State = JobState.Queued }, job), Token)).ShouldBeNull();
        var renewed = (await Store.TryUpdateJobAsync(new JobUpdate(leased, leased with { Progress = 0.5 }), Token)).ShouldNotBeNull();
        renewed.Progress.ShouldBe(0.5);
        Sample.Write(await Store.GetJobAsync("ws", "j", Token)).ShouldBe(Sample.Write(renewed));
        (await Store.TryUpdateJobAsync(new JobUpdate(leased, leased with { Progress = 0.6 }), Token)).ShouldBeNull(
            "the clock stands, and yet it is another state");
        (await Store.TryUpdateJobAsync(new JobUpdate(Sample.Job("unknown", job.Scope), Sample.Job("unknown", job.Scope)), Token)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryUpdateJobAsync(new JobUpdate(leased, leased with { Id = "k" }), Token));
    }

    [Fact]
    public async Task Times_are_the_stores_whatever_the_clocks_of_writers_and_workers_say()
    {
        // A day ahead of the store, and queued for a minute later.
        var ahead = Sample.At.AddDays(1);
        var job = Sample.Job("j") with { DueAt = ahead.AddMinutes(1), RecordedAt = ahead, UpdatedAt = ahead };
        await Store.CommitAsync(new ChangeSet { Id = "set", Workspace = "ws", At = ahead, Jobs = [job] }, Token);
        var stored = (await Store.GetJobAsync("ws", "j", Token))!;
        (stored.DueAt, stored.RecordedAt, stored.UpdatedAt).ShouldBe((Now.AddMinutes(1), Now, Now));
        (await LeaseAsync()).ShouldBeNull();
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var leased = (await LeaseAsync())!;

        // What a worker writes into the times counts for nothing.
        Fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        var wrong = leased with { LeaseUntil = ahead.AddYears(1), DueAt = ahead, RecordedAt = ahead, UpdatedAt = ahead };
        var renewed = (await Store.TryUpdateJobAsync(new JobUpdate(leased, wrong) { LeaseFor = TimeSpan.FromMinutes(1) }, Token))!;
        (renewed.LeaseUntil, renewed.DueAt, renewed.RecordedAt, renewed.UpdatedAt)
            .ShouldBe((Now.AddSeconds(150), stored.DueAt, Now, Now.AddSeconds(90)));
        (await Store.TryUpdateJobAsync(new JobUpdate(renewed, wrong), Token))!.LeaseUntil.ShouldBe(renewed.LeaseUntil);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await LeaseAsync("other"))!;
        again.LeaseOwner.ShouldBe("other");

        var back = (await Store.TryUpdateJobAsync(new JobUpdate(again, again with { State = JobState.Retrying }) { DueIn = TimeSpan.FromSeconds(5) }, Token))!;
        (back.LeaseOwner, back.LeaseUntil, back.DueAt).ShouldBe((null, null, Now.AddSeconds(155)));
        (await LeaseAsync()).ShouldBeNull();
        Fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        (await LeaseAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_job_is_found_in_its_workspace_alone()
    {
        await PutAsync(Sample.Job("j"));
        await InsertAsync(Sample.Memory(scope: new Scope("other")));
        (await Store.GetJobAsync("other", "j", Token)).ShouldBeNull();
        (await Store.FindJobWorkspaceAsync("j", Token)).ShouldBe("ws");
        (await Store.FindJobWorkspaceAsync("unknown", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Sixteen_workers_never_get_the_same_job()
    {
        await PutAsync([.. Enumerable.Range(0, 100).Select(i => Sample.Job($"j{i}", new Scope("ws", $"u{i % 50}")))]);
        var leased = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(
            async () =>
            {
                while (await LeaseAsync($"w{worker}") is { } job)
                {
                    leased.Add(job.Id);
                }
            },
            Token)));
        leased.Count.ShouldBe(50);
        leased.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Sixteen_writers_of_one_job_have_one_winner()
    {
        var job = Sample.Job("j");
        await PutAsync(job);
        var won = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(
            () => Store.TryUpdateJobAsync(new JobUpdate(job, job with { Priority = i }), Token), Token)));
        won.Count(winner => winner is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Jobs_are_listed_by_state_and_scope()
    {
        await PutAsync(Sample.Job("a", new Scope("ws", "ann")), Sample.Job("b", new Scope("ws", "bob")) with { State = JobState.Dead });
        (await ListAsync(new Scope("ws"))).ShouldBe(["a", "b"]);
        (await ListAsync(new Scope("ws"), JobState.Dead, JobState.Running)).ShouldBe(["b"]);
        (await ListAsync(new Scope("ws", "ann"))).ShouldBe(["a"]);
        (await ListAsync(new Scope("other"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finished_job_is_committed_with_its_work()
    {
        await PutAsync(Sample.Job("j"));
        var leased = (await LeaseAsync())!;
        var done = leased with { State = JobState.Succeeded, Progress = 1, LeaseOwner = null, LeaseUntil = null };
        await Should.ThrowAsync<MemoryNotFoundException>(
            Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("missing"))], jobs: [done]), Token));
        (await Store.GetJobAsync("ws", "j", Token))!.State.ShouldBe(JobState.Running);
        await Store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()], jobs: [done]), Token);
        (await Store.GetJobAsync("ws", "j", Token))!.State.ShouldBe(JobState.Succeeded);
    }

    [Fact]
    public async Task Job_id_of_another_workspace_is_taken()
    {
        await PutAsync(Sample.Job("j"));
        var stolen = Sample.Job("j", new Scope("other"));
        await Should.ThrowAsync<MemoryConflictException>(Store.CommitAsync(Sample.Changes("other", jobs: [stolen]), Token));
        (await Store.GetJobAsync("ws", "j", Token))!.Scope.Workspace.ShouldBe("ws");
        (await Store.GetWorkspaceAsync("other", Token)).ShouldBeNull();
    }

    private async Task PutAsync(params Job[] jobs)
    {
        foreach (var workspace in jobs.GroupBy(job => job.Scope.Workspace, StringComparer.Ordinal))
        {
            await Store.CommitAsync(Sample.Changes(workspace.Key, jobs: [.. workspace]), Token);
        }
    }

    private Task<Job?> LeaseAsync(string owner = "worker") => Store.LeaseJobAsync(owner, TimeSpan.FromMinutes(1), [], Token);

    private async Task<IEnumerable<string>> ListAsync(Scope scope, params JobState[] states) =>
        (await Store.QueryJobsAsync(new PageQuery { Scope = scope }, states, Token)).Items.Select(job => job.Id);
}
