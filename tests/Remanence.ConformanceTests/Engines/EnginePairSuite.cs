using Remanence.ConformanceTests.Stores;
using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Engines;

/// <summary>Two engines over one store, as two processes are over a server's: neither tells the other anything but through the store.</summary>
/// <typeparam name="TFixture">Where the store lives.</typeparam>
public abstract class EnginePairSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    protected const string Workspace = "ws";

    [Fact(Timeout = 60_000)]
    public async Task Each_sees_what_the_other_writes_in_its_next_search()
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        (await AskAsync(two, "zephyr")).ShouldBeEmpty();
        var first = await AddAsync(one, "The zephyr blows in spring");
        (await AskAsync(two, "zephyr")).ShouldBe([first]);
        var second = await AddAsync(two, "A zephyr is a wind");
        (await AskAsync(one, "zephyr")).ShouldBe([first, second], ignoreOrder: true);

        await one.UpdateAsync(new Scope(Workspace), second, new MemoryPatch { Content = "A sirocco is a wind" }, Token);
        (await AskAsync(two, "sirocco"))[0].ShouldBe(second);
        await ShouldAgreeAsync("zephyr", one, two);
        await two.ForgetAsync(new Scope(Workspace), first, Token);
        (await AskAsync(one, "zephyr")).ShouldNotContain(first);
        await ShouldAgreeAsync("zephyr", one, two);
    }

    [Fact(Timeout = 60_000)]
    public async Task Both_write_at_once_and_both_find_everything()
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var engine = i % 2 == 0 ? one : two;
            await AddAsync(engine, $"The zephyr number {i}");
            await AskAsync(engine, "zephyr");
        })));
        (await AskAsync(one, "zephyr", topK: 100)).Count.ShouldBe(40);
        await ShouldAgreeAsync("zephyr 7", one, two);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_workspace_dropped_and_created_again_shows_nothing_of_the_old_one(int commits)
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        await AddAsync(one, "The zephyr blows in spring");
        await AddAsync(one, "A sirocco is a wind");
        (await AskAsync(two, "zephyr sirocco")).Count.ShouldBe(2);
        await one.DropWorkspaceAsync(Workspace, Token);
        (await AskAsync(two, "zephyr sirocco")).ShouldBeEmpty();

        await AddAsync(two, "The zephyr is back");
        (await AskAsync(two, "zephyr")).Count.ShouldBe(1);
        await two.DropWorkspaceAsync(Workspace, Token);
        var made = new List<string>();
        for (var i = 0; i < commits; i++)
        {
            made.Add(await AddAsync(one, $"The mistral {i} blows in winter"));
        }

        (await AskAsync(two, "zephyr sirocco")).ShouldNotContain(id => !made.Contains(id));
        (await AskAsync(two, "mistral")).ShouldBe(made, ignoreOrder: true);
        await ShouldAgreeAsync("mistral zephyr", one, two);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_commit_into_a_workspace_that_the_other_dropped_brings_nothing_back()
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        await AddAsync(two, "The zephyr blows in spring");
        (await AskAsync(two, "zephyr")).Count.ShouldBe(1);
        await one.DropWorkspaceAsync(Workspace, Token);
        var made = await AddAsync(two, "The mistral blows in winter");
        (await AskAsync(two, "zephyr mistral blows")).ShouldBe([made]);
        await ShouldAgreeAsync("zephyr mistral blows", one, two);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_erased_persons_words_leave_both()
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        await AddAsync(one, "The zephyr carried my kite away", "ann");
        var kept = await AddAsync(one, "A dog barks at night", "bob");
        (await AskAsync(two, "zephyr"))[0].ShouldNotBe(kept);
        (await AskAsync(two, "wind took the toy")).Count.ShouldBe(2);

        await one.EraseAsync(new Scope(Workspace, "ann"), Token);
        foreach (var query in new[] { "zephyr", "wind took the toy", "dog" })
        {
            (await AskAsync(two, query)).ShouldNotContain(id => id != kept);
            await ShouldAgreeAsync(query, one, two);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_space_that_one_builds_is_searched_by_the_other()
    {
        var embedders = new EmbedderOptions { Embedders = [new ExternalEmbedder("words", "model", new WordSpace())], Wanted = "words" };
        await using var one = await EngineAsync(new MemoryEngineOptions { Embedders = embedders });
        await using var two = await EngineAsync(new MemoryEngineOptions { Embedders = embedders });
        var skiff = await AddAsync(two, "skiff");
        await AddAsync(two, "lamp");
        await AskAsync(two, "vessel");
        await one.StartJobsAsync(Token);
        await UntilAsync(async () => await EmbeddedAsync() == 2);
        (await AskAsync(two, "vessel"))[0].ShouldBe(skiff);

        // What the other writes later is embedded by the one that works, and found by both.
        var ship = await AddAsync(two, "ship");
        await UntilAsync(async () => await EmbeddedAsync() == 3);
        foreach (var engine in new[] { one, two })
        {
            (await AskAsync(engine, "vessel")).Take(2).ShouldBe([skiff, ship], ignoreOrder: true);
        }

        async Task<long> EmbeddedAsync() => (await Store.GetWorkspaceAsync(Workspace, Token))?.Embedding?.Memories ?? 0;
    }

    [Fact(Timeout = 60_000)]
    public async Task What_one_writes_wakes_who_watches_at_the_other()
    {
        await using var one = await EngineAsync();
        await using var two = await EngineAsync();
        await using var watch = two.WatchAsync(new Scope(Workspace), null, Token).GetAsyncEnumerator(Token);
        await using var own = one.WatchAsync(new Scope(Workspace), 0, Token).GetAsyncEnumerator(Token);
        var next = watch.MoveNextAsync().AsTask();
        var first = await AddAsync(one, "The zephyr blows in spring");
        (await next).ShouldBeTrue();
        watch.Current.MemoryId.ShouldBe(first);
        (await own.MoveNextAsync()).ShouldBeTrue();

        // Dropped and created again, a watcher goes on with the new workspace and misses nothing of it.
        next = watch.MoveNextAsync().AsTask();
        await one.DropWorkspaceAsync(Workspace, Token);
        var second = await AddAsync(one, "The mistral blows in winter");
        (await next).ShouldBeTrue();
        watch.Current.MemoryId.ShouldBe(second);
        await using var resumed = two.WatchAsync(new Scope(Workspace), own.Current.Sequence, Token).GetAsyncEnumerator(Token);
        (await resumed.MoveNextAsync()).ShouldBeTrue();
        resumed.Current.MemoryId.ShouldBe(second);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_that_one_queues_is_taken_by_the_other_at_once_and_runs_once()
    {
        // A poll would come too late for this test.
        var jobs = new JobOptions { PollInterval = TimeSpan.FromHours(1) };
        var handler = new CountingHandler();
        var options = new MemoryEngineOptions { Jobs = jobs, JobHandlers = [handler] };
        await using var one = await EngineAsync(options);
        await using var two = await EngineAsync(options);
        await one.StartJobsAsync(Token);
        await two.StartJobsAsync(Token);
        var queued = new List<string>();

        // One at a time, to workers that have nothing to do; then many at once.
        for (var i = 0; i < 20; i++)
        {
            var id = await QueueAsync(new Scope(Workspace));
            queued.Add(id);
            await UntilAsync(async () => (await Store.GetJobAsync(Workspace, id, Token))!.State == JobState.Succeeded);
        }

        for (var i = 0; i < 40; i++)
        {
            queued.Add(await QueueAsync(new Scope(Workspace, $"user {i % 4}")));
        }

        await UntilAsync(async () => (await Store.CountJobsAsync(Token)).All(count => count.State == JobState.Succeeded));
        handler.Ran.ShouldBe(queued, ignoreOrder: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_that_the_other_cancels_ends_at_once()
    {
        var handler = new CountingHandler(new TaskCompletionSource().Task);
        await using var one = await EngineAsync(
            new MemoryEngineOptions
            {
                Jobs = new JobOptions { LeaseTime = TimeSpan.FromHours(1) },
                JobHandlers = [handler],
            });
        await using var two = await EngineAsync();
        await one.StartJobsAsync(Token);
        var scope = new Scope(Workspace, "ann");
        var held = await QueueAsync(scope);
        await UntilAsync(() => Task.FromResult(handler.Ran.Contains(held, StringComparer.Ordinal)));
        await two.CancelJobAsync(held, Token);
        var next = await QueueAsync(scope);
        await UntilAsync(() => Task.FromResult(handler.Ran.Contains(next, StringComparer.Ordinal)));
        (await one.GetJobAsync(held, Token)).State.ShouldBe(JobState.Cancelled);
    }

    private async Task<string> QueueAsync(Scope scope)
    {
        var now = Fixture.Clock.GetUtcNow();
        var job = new Job { Id = Sample.NewId("j"), Scope = scope, Kind = CountingHandler.KindOfJob, DueAt = now, RecordedAt = now, UpdatedAt = now };
        await Store.CommitAsync(new ChangeSet { Id = Sample.NewId("set"), Workspace = scope.Workspace, At = now, Jobs = [job] }, Token);
        return job.Id;
    }

    protected async Task<MemoryEngine> EngineAsync(MemoryEngineOptions? options = null)
    {
        var engine = new MemoryEngine(Store, (options ?? new MemoryEngineOptions()) with { OwnsStore = false });
        await engine.OpenAsync(Token);
        return engine;
    }

    protected static async Task<string> AddAsync(MemoryEngine engine, string content, string? user = null) =>
        (await engine.AddAsync(Workspace, new AddMemoryRequest { Content = content, UserId = user }, Token)).Id;

    protected static async Task<IReadOnlyList<string>> AskAsync(MemoryEngine engine, string query, int topK = 10)
    {
        var result = await engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = query, TopK = topK }, Token);
        return [.. result.Results.Select(found => found.Memory.Id)];
    }

    /// <summary>The two answer as one that has just begun and knows nothing but the store.</summary>
    protected async Task ShouldAgreeAsync(string query, params MemoryEngine[] engines)
    {
        await using var fresh = await EngineAsync();
        var request = new RetrieveRequest { Query = query, TopK = 100, Now = DateTimeOffset.UnixEpoch };
        var expected = (await fresh.RetrieveAsync(Workspace, request, Token)).Results;
        foreach (var engine in engines)
        {
            var actual = (await engine.RetrieveAsync(Workspace, request, Token)).Results;
            actual
                .Select(found => (found.Memory.Id, Math.Round(found.Score, 6)))
                .ShouldBe(expected.Select(found => (found.Memory.Id, Math.Round(found.Score, 6))));
        }
    }

    protected static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        while (!await isTrue())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
