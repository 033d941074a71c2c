using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Changes;

namespace Remanence.ConformanceTests.Stores;

public abstract class ChangeFeedSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task From_the_start_it_is_everything_in_the_order_of_its_making()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"), Sample.Memory("c"));
        await InsertAsync(Sample.Memory("d"));
        await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("c", content: "new")), new(Sample.Memory("a"))]), Token);
        var changes = await ChangesAsync("ws", 0);
        changes.Select(change => (change.Sequence, change.MemoryId)).ShouldBe([(3, "a"), (1, "b"), (3, "c"), (2, "d")]);
        changes[2].Memory!.Content.ShouldBe("new");
    }

    [Fact]
    public async Task Deletions_are_told_without_the_memory()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"), Sample.Memory("c"));
        await Store.CommitAsync(Sample.Changes(inserts: [Sample.Memory("d")], updates: [new(Sample.Memory("c"))], deletions: ["b"]), Token);
        (await ChangesAsync("ws", 1)).Select(change => (change.Sequence, change.MemoryId, change.Memory is null))
            .ShouldBe([(2, "b", true), (2, "c", false), (2, "d", false)]);
        await InsertAsync(Sample.Memory("b"));
        (await ChangesAsync("ws", 1)).Select(change => change.MemoryId).ShouldBe(["c", "d", "b"]);
        (await ChangesAsync("ws", 3)).ShouldBeEmpty();
        (await ChangesAsync("unknown", 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erasures_are_told()
    {
        await InsertAsync(Sample.Memory("a", new Scope("ws", "ann")), Sample.Memory("b"));
        await Store.EraseAsync(new Scope("ws", "ann"), Token);
        await Store.EraseAsync("ws", ["b"], Token);
        (await ChangesAsync("ws", 1)).Select(change => (change.Sequence, change.MemoryId, change.Memory)).ShouldBe([(2, "a", null), (3, "b", null)]);
        (await Store.GetWorkspaceAsync("ws", Token))!.Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task A_replica_that_follows_equals_the_store()
    {
        var random = new Random(11);
        var replica = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = 0L;
        for (var round = 0; round < 60; round++)
        {
            var current = await IdsAsync(new Scope("ws"));
            string[] some = [.. current.Where(_ => random.Next(6) == 0)];
            await Store.CommitAsync(
                Sample.Changes(
                    inserts: [.. Enumerable.Range(0, random.Next(4)).Select(_ => Sample.Memory())],
                    updates: [.. some.Take(3).Select(id => new MemoryUpdate(Sample.Memory(id, content: $"round {round}")))],
                    deletions: [.. some.Skip(2)]),
                Token);
            if (round % 7 == 3 && current.Count > 0)
            {
                await Store.EraseAsync("ws", [current[0]], Token);
            }

            if (random.Next(2) == 0)
            {
                continue;
            }

            var changes = await ChangesAsync("ws", known);
            changes.SkipWhile(change => change.Memory is null).ShouldAllBe(change => change.Memory != null);
            changes.Select(change => change.MemoryId).ShouldBeUnique(StringComparer.Ordinal);
            changes.ShouldAllBe(change => change.Sequence > known);
            foreach (var (sequence, id, memory, _) in changes)
            {
                known = Math.Max(known, sequence);
                _ = memory is null ? replica.Remove(id) : (replica[id] = Sample.Write(memory)) is null;
            }

            var all = await ListAsync(new MemoryQuery { Scope = new Scope("ws") });
            replica.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value)
                .ShouldBe(all.OrderBy(item => item.Id, StringComparer.Ordinal).Select(Sample.Write));
        }
    }

    [Fact]
    public async Task Pages_are_in_the_order_of_the_commits_and_hold_everything_once()
    {
        var random = new Random(5);
        for (var round = 0; round < 30; round++)
        {
            var current = await IdsAsync(new Scope("ws"));
            await Store.CommitAsync(
                Sample.Changes(
                    inserts: [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Sample.Memory())],
                    updates: [.. current.Take(2).Select(id => new MemoryUpdate(Sample.Memory(id, content: $"round {round}")))],
                    deletions: [.. current.Skip(4).Take(random.Next(2))]),
                Token);
        }

        foreach (var (after, limit) in new[] { (0L, 1), (0, 2), (0, 7), (7, 3), (28, 1000), (30, 5) })
        {
            var pages = new List<MemoryChange>();
            string? cursor = null;
            do
            {
                var page = await ((IChangeFeed)Store).QueryChangesAsync("ws", after, cursor, limit, Token);
                page.Items.Count.ShouldBeLessThanOrEqualTo(limit);
                pages.AddRange(page.Items);
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            pages.Select(change => change.Sequence).ShouldBeInOrder();
            pages.Select(Told).Order().ShouldBe((await ChangesAsync("ws", after)).Select(Told).Order());
        }

        (await ((IChangeFeed)Store).QueryChangesAsync("unknown", 0, null, 5, Token)).Items.ShouldBeEmpty();
        await Should.ThrowAsync<InvalidCursorException>(() => ((IChangeFeed)Store).QueryChangesAsync("ws", 0, "x", 5, Token));

        static (long Sequence, string Id, bool IsGone) Told(MemoryChange change) => (change.Sequence, change.MemoryId, change.Memory is null);
    }

    [Fact]
    public async Task What_changes_between_two_pages_comes_behind_them()
    {
        await InsertAsync([.. Enumerable.Range(0, 6).Select(i => Sample.Memory($"m{i}"))]);
        var feed = (IChangeFeed)Store;
        var first = await feed.QueryChangesAsync("ws", 0, null, 3, Token);
        first.Items.Select(change => change.MemoryId).ShouldBe(["m0", "m1", "m2"]);
        await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("m1")), new(Sample.Memory("m4"))], deletions: ["m3"]), Token);
        var second = await feed.QueryChangesAsync("ws", 0, first.NextCursor, 9, Token);
        second.Items.Select(change => (change.Sequence, change.MemoryId)).Order().ShouldBe([(1, "m5"), (2, "m1"), (2, "m3"), (2, "m4")]);
        second.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_slow_reader_keeps_its_snapshot_and_holds_nobody_up()
    {
        await InsertAsync([.. Enumerable.Range(0, 20).Select(i => Sample.Memory($"m{i:D2}"))]);
        var seen = 0;
        await foreach (var change in ((IChangeFeed)Store).ReadChangesAsync("ws", 0, Token))
        {
            change.Sequence.ShouldBe(1);
            await InsertAsync(Sample.Memory());
            await Store.CommitAsync(Sample.Changes(deletions: [$"m{seen++:D2}"]), Token);
        }

        seen.ShouldBe(20);
    }

    [Fact]
    public async Task Reading_stops_when_cancelled()
    {
        await InsertAsync([.. Enumerable.Range(0, 20).Select(_ => Sample.Memory())]);
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var change in ((IChangeFeed)Store).ReadChangesAsync("ws", 0, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        (await ChangesAsync("ws", 0)).Count.ShouldBe(20);
    }
}
