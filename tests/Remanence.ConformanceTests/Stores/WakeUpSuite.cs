using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores.Changes;

namespace Remanence.ConformanceTests.Stores;

public abstract class WakeUpSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private IChangeFeed Feed => (IChangeFeed)Store;

    [Fact(Timeout = 60_000)]
    public async Task A_commit_wakes_those_who_wait_for_its_workspace_and_nobody_else()
    {
        var waiting = Feed.WaitAsync("ws", 0, Token);
        var other = Feed.WaitAsync("other", 0, Token);
        var later = Feed.WaitAsync("ws", 1, Token);
        await InsertAsync(Sample.Memory());
        await waiting;
        await Feed.WaitAsync("ws", 0, Token);
        later.IsCompleted.ShouldBeFalse();
        await InsertAsync(Sample.Memory());
        await later;
        other.IsCompleted.ShouldBeFalse();
        await InsertAsync(Sample.Memory(scope: new Scope("other")));
        await other;
    }

    [Fact(Timeout = 60_000)]
    public async Task An_erasure_wakes_and_so_does_the_first_commit_of_a_workspace_created_again()
    {
        await InsertAsync(Sample.Memory("a"));
        var waiting = Feed.WaitAsync("ws", 1, Token);
        await Store.EraseAsync("ws", ["a"], Token);
        await waiting;
        waiting = Feed.WaitAsync("ws", 2, Token);
        await Store.DropWorkspaceAsync("ws", Token);
        waiting.IsCompleted.ShouldBeFalse();
        await InsertAsync(Sample.Memory("b"));
        await waiting;
        (await ChangesAsync("ws", 2)).Select(change => change.MemoryId).ShouldBe(["b"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_lost_between_reading_and_waiting()
    {
        const int Commits = 200;
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < Commits; i++)
                {
                    await InsertAsync(Sample.Memory());
                }
            },
            Token);
        var known = 0L;
        while (known < Commits)
        {
            await Feed.WaitAsync("ws", known, Token);
            known = (await ChangesAsync("ws", known)).Max(change => change.Sequence);
        }

        await writing;
    }

    [Fact(Timeout = 60_000)]
    public async Task Waiting_ends_when_cancelled_and_when_the_store_is_closed()
    {
        using var stop = new CancellationTokenSource();
        await InsertAsync(Sample.Memory());
        var job = await QueueAsync("j");
        var heard = await Store.WaitForJobsAsync(0, Token);
        Task[] cancelled = [Feed.WaitAsync("ws", 99, stop.Token), Store.WaitForJobsAsync(heard, stop.Token), Store.WaitForJobAsync(job, stop.Token)];
        Task[] closed = [Feed.WaitAsync("ws", 99, Token), Store.WaitForJobsAsync(heard, Token), Store.WaitForJobAsync(job, Token)];
        await stop.CancelAsync();
        foreach (var wait in cancelled)
        {
            await Should.ThrowAsync<OperationCanceledException>(wait);
        }

        closed.ShouldAllBe(wait => !wait.IsCompleted);
        await Store.DisposeAsync();
        foreach (var wait in closed)
        {
            await Should.ThrowAsync<ObjectDisposedException>(wait);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Workers_hear_of_what_is_queued_handed_back_and_ended()
    {
        var heard = 0L;
        async Task HearAsync(Func<Task> happens)
        {
            var waiting = Store.WaitForJobsAsync(heard, Token);
            waiting.IsCompleted.ShouldBeFalse();
            await happens();
            heard = await waiting;
        }

        Job job = null!;
        await HearAsync(async () => job = await QueueAsync("j"));
        job = (await Store.LeaseJobAsync("w", TimeSpan.FromMinutes(1), [], Token))!;
        var renewal = Store.WaitForJobsAsync(heard, Token);
        job = (await Store.TryUpdateJobAsync(new JobUpdate(job, job with { Progress = 0.5 }) { LeaseFor = TimeSpan.FromMinutes(1) }, Token))!;
        renewal.IsCompleted.ShouldBeFalse();
        await HearAsync(async () => job = (await Store.TryUpdateJobAsync(new JobUpdate(job, job with { State = JobState.Queued }), Token))!);
        await renewal;
        await HearAsync(() => Store.CommitAsync(Sample.Changes(jobs: [job with { State = JobState.Succeeded }]), Token));
        await HearAsync(() => Store.DropWorkspaceAsync("ws", Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("leased")]
    [InlineData("ended")]
    [InlineData("erased")]
    public async Task Whoever_watches_a_job_hears_when_it_changes_hands_and_not_when_it_goes_on(string happens)
    {
        var job = await QueueAsync("j");
        if (happens != "leased")
        {
            job = (await Store.LeaseJobAsync("w", TimeSpan.FromMinutes(1), [], Token))!;
        }

        var waiting = Store.WaitForJobAsync(job, Token);
        if (happens != "leased")
        {
            job = (await Store.TryUpdateJobAsync(new JobUpdate(job, job with { Progress = 0.5 }) { LeaseFor = TimeSpan.FromMinutes(1) }, Token))!;
        }

        await QueueAsync("another");
        waiting.IsCompleted.ShouldBeFalse();
        await (happens switch
        {
            "leased" => Store.LeaseJobAsync("w", TimeSpan.FromMinutes(1), [], Token),
            "ended" => Store.CommitAsync(Sample.Changes(jobs: [job with { State = JobState.Succeeded }]), Token),
            _ => (Task)Store.EraseAsync(job.Scope, Token),
        });
        await waiting;
    }

    private async Task<Job> QueueAsync(string id)
    {
        await Store.CommitAsync(Sample.Changes(jobs: [Sample.Job(id, new Scope("ws", id))]), Token);
        return (await Store.GetJobAsync("ws", id, Token))!;
    }
}
