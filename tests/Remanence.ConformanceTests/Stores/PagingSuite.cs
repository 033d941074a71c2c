using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

public abstract class PagingSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Pages_are_full_and_the_last_one_has_no_cursor()
    {
        await InsertAsync([.. Enumerable.Range(0, 10).Select(i => Sample.Memory($"m{i}"))]);
        var query = new MemoryQuery { Scope = new Scope("ws"), Limit = 5 };
        var first = await Store.QueryAsync(query, Token);
        var second = await Store.QueryAsync(query with { Cursor = first.NextCursor }, Token);
        first.Items.Count.ShouldBe(5);
        second.Items.Count.ShouldBe(5);
        second.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_of_what_is_large_ends_early_and_nothing_is_passed_over()
    {
        var large = new string('x', (StoreArguments.MaxPageBytes / 2) + 1);
        await InsertAsync([.. Enumerable.Range(0, 5).Select(i => Sample.Memory($"m{i}", content: large)), Sample.Memory("small")]);
        var query = new MemoryQuery { Scope = new Scope("ws"), Limit = 50 };
        (await Store.QueryAsync(query, Token)).Items.Count.ShouldBe(2);
        (await IdsAsync(new Scope("ws"))).ShouldBe(["m0", "m1", "m2", "m3", "m4", "small"]);

        await Store.CommitAsync(Sample.Brings("ws", resources: [.. Enumerable.Range(0, 3).Select(i => Sample.Resource($"r{i}") with { Text = large })]), Token);
        var first = await Store.QueryResourcesAsync(new PageQuery { Scope = new Scope("ws") }, Token);
        first.Items.Select(item => item.Id).ShouldBe(["r0", "r1"]);
        (await Store.QueryResourcesAsync(new PageQuery { Scope = new Scope("ws"), Cursor = first.NextCursor }, Token))
            .Items.Select(item => item.Id)
            .ShouldBe(["r2"]);
    }

    [Fact]
    public async Task Writes_between_pages_neither_hide_nor_repeat()
    {
        var random = new Random(7);
        List<string> lasting = [];
        for (var i = 0; i < 100; i++)
        {
            lasting.Add($"m{i:D3}");
        }

        await InsertAsync([.. lasting.Select(id => Sample.Memory(id))]);
        var seen = new List<string>();
        var query = new MemoryQuery { Scope = new Scope("ws"), Limit = 9 };
        do
        {
            var page = await Store.QueryAsync(query, Token);
            seen.AddRange(page.Items.Select(memory => memory.Id));
            query = query with { Cursor = page.NextCursor };

            // Touch one, take one out (the cursor's own memory at times), put one in.
            var gone = random.Next(2) == 0 ? page.Items[^1].Id : lasting[random.Next(lasting.Count)];
            lasting.Remove(gone);
            var touched = lasting[random.Next(lasting.Count)];
            await Store.CommitAsync(
                Sample.Changes(inserts: [Sample.Memory()], updates: [new(Sample.Memory(touched, content: "again"))], deletions: [gone]), Token);
        }
        while (query.Cursor is not null);
        seen.ShouldBeUnique(StringComparer.Ordinal);
        seen.Where(id => id.Length == 4).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        lasting.Except(seen, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Concurrent_writes_neither_hide_nor_repeat()
    {
        string[] before = [.. Enumerable.Range(0, 300).Select(i => $"a{i:D4}")];
        await InsertAsync([.. before.Select(id => Sample.Memory(id))]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writer = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await InsertAsync(Sample.Memory());
                }
            },
            Token);
        for (var round = 0; round < 5; round++)
        {
            var query = new MemoryQuery { Scope = new Scope("ws"), Limit = 40 };
            var seen = new List<string>();
            do
            {
                var page = await Store.QueryAsync(query, Token);
                seen.AddRange(page.Items.Select(memory => memory.Id));
                query = query with { Cursor = page.NextCursor };
            }
            while (query.Cursor is not null && seen.Count < before.Length + 100);

            seen.ShouldBeUnique(StringComparer.Ordinal);
            seen.Take(before.Length).ShouldBe(before);
        }

        await stop.CancelAsync();
        await writer;
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\ud83c\udf75")]
    public async Task Garbage_is_no_cursor(string cursor)
    {
        await InsertAsync(Sample.Memory());
        var page = new PageQuery { Scope = new Scope("ws"), Cursor = cursor };
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Cursor = cursor }, Token));
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryResourcesAsync(page, Token));
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryMessagesAsync("r", page, Token));
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryCategoriesAsync(page, Token));
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryJobsAsync(page, [], Token));
    }

    [Fact]
    public async Task Cursor_of_one_list_is_none_of_another()
    {
        await InsertAsync(Sample.Memory(), Sample.Memory());
        var cursor = (await Store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Limit = 1 }, Token)).NextCursor!;
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryResourcesAsync(new PageQuery { Scope = new Scope("ws"), Cursor = cursor }, Token));
        var changed = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];
        await Should.ThrowAsync<InvalidCursorException>(Store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Cursor = changed }, Token));
    }

    [Fact]
    public async Task Other_lists_page_too()
    {
        await Store.CommitAsync(
            new ChangeSet
            {
                Id = "set",
                Workspace = "ws",
                At = Sample.At,
                Resources = [.. Enumerable.Range(0, 5).Select(i => Sample.Resource($"r{i}"))],
                Messages = [.. Enumerable.Range(0, 5).Select(i => Sample.Message("r0", (4 - i) * 10))],
                Categories = [.. Enumerable.Range(0, 5).Select(i => Sample.Category($"c{i}"))],
                Jobs = [.. Enumerable.Range(0, 5).Select(i => Sample.Job($"j{i}"))],
            },
            Token);
        (await All(query => Store.QueryResourcesAsync(query, Token))).Select(item => item.Id).ShouldBe(["r0", "r1", "r2", "r3", "r4"]);
        (await All(query => Store.QueryMessagesAsync("r0", query, Token))).Select(item => item.Position).ShouldBe([0, 10, 20, 30, 40]);
        (await All(query => Store.QueryCategoriesAsync(query, Token))).Select(item => item.Id).ShouldBe(["c0", "c1", "c2", "c3", "c4"]);
        (await All(query => Store.QueryJobsAsync(query, [], Token))).Select(item => item.Id).ShouldBe(["j0", "j1", "j2", "j3", "j4"]);
    }

    private static async Task<List<T>> All<T>(Func<PageQuery, Task<Page<T>>> next)
    {
        var query = new PageQuery { Scope = new Scope("ws"), Limit = 2 };
        var found = new List<T>();
        do
        {
            var page = await next(query);
            page.Items.Count.ShouldBeInRange(1, 2);
            found.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return found;
    }
}
