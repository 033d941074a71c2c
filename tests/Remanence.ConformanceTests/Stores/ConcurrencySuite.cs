using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

public abstract class ConcurrencySuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Thirty_two_tasks_lose_no_insert()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(task => Task.Run(
            async () =>
            {
                var sequences = new List<long>();
                for (var i = 0; i < 20; i++)
                {
                    sequences.Add((await InsertAsync(Sample.Memory($"{task}-{i}"), Sample.Memory("same"))).Sequence);
                }

                return sequences;
            },
            Token)));
        results.SelectMany(sequences => sequences).Order().ShouldBe(Enumerable.Range(1, 640).Select(i => (long)i));
        (await IdsAsync(new Scope("ws"))).Count.ShouldBe(641);
        (await Store.GetHistoryAsync("ws", "same", Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Optimistic_updates_count_right()
    {
        var memory = Sample.Memory("counter");
        await InsertAsync(memory);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            async () =>
            {
                while (true)
                {
                    var read = (await Store.GetAsync("ws", "counter", Token))!;
                    var next = new Memory(read)
                    {
                        Use = read.Use with { Helpful = read.Use.Helpful + 1 },
                        UpdatedAt = read.UpdatedAt.AddSeconds(1),
                    };
                    try
                    {
                        await Store.CommitAsync(Sample.Changes(updates: [new(next, read.UpdatedAt)]), Token);
                        return;
                    }
                    catch (MemoryConflictException)
                    {
                        // Somebody was faster.
                    }
                }
            },
            Token)));
        (await Store.GetAsync("ws", "counter", Token))!.Use.Helpful.ShouldBe(32);
        (await Store.GetHistoryAsync("ws", "counter", Token)).Count.ShouldBe(33);
    }

    [Fact]
    public async Task Same_change_set_from_many_callers_is_applied_once()
    {
        var changes = Sample.Changes(inserts: [Sample.Memory("a")], fingerprint: "f");
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Store.CommitAsync(changes, Token), Token)));
        results.Count(result => !result.AlreadyApplied).ShouldBe(1);
        results.ShouldAllBe(result => result.Sequence == 1);
    }

    [Fact]
    public async Task One_callers_failure_is_not_its_neighbours()
    {
        var commits = Enumerable.Range(0, 60).Select(i => i % 3 == 0
            ? Store.CommitAsync(Sample.Changes(inserts: [Sample.Memory($"bad{i}")], updates: [new(Sample.Memory("missing"))]), Token)
            : InsertAsync(Sample.Memory($"good{i}"))).ToList();
        for (var i = 0; i < commits.Count; i++)
        {
            if (i % 3 == 0)
            {
                await Should.ThrowAsync<MemoryNotFoundException>(commits[i]);
            }
            else
            {
                await commits[i];
            }
        }

        var ids = await IdsAsync(new Scope("ws"));
        ids.Count.ShouldBe(40);
        ids.ShouldAllBe(id => id.StartsWith("good", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelled_commit_is_whole_or_absent()
    {
        for (var round = 0; round < 40; round++)
        {
            using var stop = new CancellationTokenSource();
            Memory[] memories = [.. Enumerable.Range(0, 50).Select(i => Sample.Memory($"{round}-{i}"))];
            var neighbour = InsertAsync(Sample.Memory());
            var commit = Store.CommitAsync(Sample.Changes(inserts: memories), stop.Token);
            if (round % 2 == 0)
            {
                await Task.Yield();
            }

            await stop.CancelAsync();
            var committed = true;
            try
            {
                await commit;
            }
            catch (OperationCanceledException)
            {
                committed = false;
            }

            await neighbour;
            (await Store.GetAsync("ws", [.. memories.Select(memory => memory.Id)], Token)).Count.ShouldBe(committed ? 50 : 0);
        }
    }

    [Fact]
    public async Task Cancelled_before_it_begins_nothing_happens()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var memory = Sample.Memory("a");
        var scope = new Scope("ws");
        Func<Task>[] calls =
        [
            () => Store.CommitAsync(Sample.Changes(inserts: [memory]), stop.Token),
            () => Store.GetAsync("ws", ["a"], stop.Token),
            () => Store.QueryAsync(new MemoryQuery { Scope = scope }, stop.Token),
            () => Store.QueryIdsAsync(new MemoryQuery { Scope = scope }, stop.Token),
            () => Store.GetHistoryAsync("ws", "a", stop.Token),
            () => Store.LeaseJobAsync("w", TimeSpan.Zero, [], stop.Token),
            () => Store.ListWorkspacesAsync(stop.Token),
            () => Store.DropWorkspaceAsync("ws", stop.Token),
            () => Store.EraseAsync(new Scope("ws", "ann"), stop.Token),
        ];
        foreach (var call in calls)
        {
            await Should.ThrowAsync<OperationCanceledException>(call);
        }

        (await Store.ListWorkspacesAsync(Token)).ShouldBeEmpty();
    }
}
