using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Stores;

public abstract class IsolationSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly string?[] Parts = [null, "x", "X", "y", ""];

    [Fact]
    public async Task Nobody_sees_what_the_scope_does_not()
    {
        var random = new Random(3);
        Scope Draw() => new(random.Next(2) == 0 ? "one" : "two", Part(random), Part(random), Part(random));
        var scopes = Enumerable.Range(0, 120).Select(_ => Draw()).ToList();
        for (var i = 0; i < scopes.Count; i++)
        {
            await Store.CommitAsync(
                new ChangeSet
                {
                    Id = $"set{i}",
                    Workspace = scopes[i].Workspace,
                    At = Sample.At,
                    Resources = [Sample.Resource($"{i}", scopes[i])],
                    Messages = [Sample.Message($"{i}", 0, $"{i}")],
                    Inserts = [Sample.Memory($"{i}", scopes[i])],
                    Categories = [Sample.Category($"{i}", scopes[i])],
                    Jobs = [Sample.Job($"{i}", scopes[i])],
                },
                Token);
        }

        for (var round = 0; round < 60; round++)
        {
            var viewer = Draw();
            var visible = Enumerable.Range(0, scopes.Count).Where(i => viewer.Sees(scopes[i])).Select(i => $"{i}").ToList();
            var page = new PageQuery { Scope = viewer, Limit = 1000 };
            var query = new MemoryQuery { Scope = viewer, Limit = 1000 };
            (await Store.QueryAsync(query, Token)).Items.Select(item => item.Id).ShouldBe(visible);
            (await Store.QueryAsync(query with { Filter = new MemoryFilter.Not(new MemoryFilter.Keyword(["none"])) }, Token)).Items
                .Select(item => item.Id).ShouldBe(visible);
            (await Store.QueryAsync(query with { Filter = new MemoryFilter.Or([new MemoryFilter.And([]), new MemoryFilter.Id(["0"])]) }, Token)).Items
                .Select(item => item.Id).ShouldBe(visible);
            (await Store.QueryIdsAsync(query, Token)).ShouldBe(visible);
            (await Store.QueryResourcesAsync(page, Token)).Items.Select(item => item.Id).ShouldBe(visible);
            (await Store.QueryCategoriesAsync(page, Token)).Items.Select(item => item.Id).ShouldBe(visible);
            (await Store.QueryJobsAsync(page, [], Token)).Items.Select(item => item.Id).ShouldBe(visible);
            for (var i = 0; i < scopes.Count; i += 7)
            {
                (await Store.QueryMessagesAsync($"{i}", page, Token)).Items.Count.ShouldBe(viewer.Sees(scopes[i]) ? 1 : 0);
            }
        }

        foreach (var workspace in new[] { "one", "two" })
        {
            string[] own = [.. Enumerable.Range(0, scopes.Count).Where(i => scopes[i].Workspace == workspace).Select(i => $"{i}")];
            (await ChangesAsync(workspace, 0)).Select(item => item.MemoryId).ShouldBe(own);
            (await HistoryAsync(workspace)).Select(item => item.MemoryId).ShouldBe(own);
            (await Store.GetAsync(workspace, [.. Enumerable.Range(0, scopes.Count).Select(i => $"{i}")], Token)).Select(item => item.Id).ShouldBe(own);
            foreach (var foreign in Enumerable.Range(0, scopes.Count).Select(i => $"{i}").Except(own, StringComparer.Ordinal))
            {
                (await Store.GetHistoryAsync(workspace, foreign, Token)).ShouldBeEmpty();
                (await Store.GetResourceAsync(workspace, foreign, Token)).ShouldBeNull();
                (await Store.GetCategoryAsync(workspace, foreign, Token)).ShouldBeNull();
            }
        }
    }

    [Fact]
    public async Task Changes_of_one_workspace_do_not_touch_another()
    {
        await InsertAsync(Sample.Memory("a", new Scope("one", "ann"), "one"));
        await InsertAsync(Sample.Memory("a", new Scope("two", "ann"), "two"));
        await Store.CommitAsync(Sample.Changes("one", updates: [new(Sample.Memory("a", new Scope("one", "ann"), "new"))]), Token);
        (await Store.GetAsync("two", "a", Token))!.Content.ShouldBe("two");
        await Store.CommitAsync(Sample.Changes("one", deletions: ["a"]), Token);
        await Store.EraseAsync(new Scope("one", "ann"), Token);
        await Store.EraseAsync("one", ["a"], Token);
        await Store.DropWorkspaceAsync("one", Token);
        (await Store.GetAsync("two", "a", Token))!.Content.ShouldBe("two");
        (await Store.GetHistoryAsync("two", "a", Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cursor_of_one_workspace_shows_nothing_of_another()
    {
        await InsertAsync([.. Enumerable.Range(0, 4).Select(i => Sample.Memory($"one{i}", new Scope("one")))]);
        await InsertAsync([.. Enumerable.Range(0, 4).Select(i => Sample.Memory($"two{i}", new Scope("two", "ann")))]);
        var cursor = (await Store.QueryAsync(new MemoryQuery { Scope = new Scope("one"), Limit = 1 }, Token)).NextCursor;
        var page = await Store.QueryAsync(new MemoryQuery { Scope = new Scope("two", "bob"), Cursor = cursor }, Token);
        page.Items.ShouldBeEmpty();
        foreach (var forged in new[] { long.MinValue, -1L, 0L, 1L << 36, 2L << 36, long.MaxValue })
        {
            var query = new MemoryQuery { Scope = new Scope("one"), Cursor = StoreCursor.Encode('m', forged), Limit = 1000 };
            (await Store.QueryAsync(query, Token)).Items.ShouldAllBe(memory => memory.Scope.Workspace == "one");
        }
    }

    private static string? Part(Random random) => Parts[random.Next(Parts.Length)];
}
