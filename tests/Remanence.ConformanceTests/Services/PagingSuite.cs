using Remanence.Jobs;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

[Needs(typeof(IMemoryResources), typeof(IMemoryCategories), typeof(IMemoryJobs), typeof(IMemoryWorkspaces))]
public abstract class PagingSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Pages_hold_everything_once_in_order_under_writes()
    {
        await Memorize(new MemorizeRequest { Messages = [.. Enumerable.Range(0, 30).Select(i => Said($"line {i}"))] });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Service.ListAsync(new MemoryQuery { Scope = All, Cursor = cursor, Limit = 7 }, Cancelled);
            seen.AddRange(page.Items.Select(memory => memory.Content));
            cursor = page.NextCursor;
            if (seen.Count == 14)
            {
                await Service.ForgetAsync(All, page.Items[0].Id, Cancelled);
                await Memorize("line 30");
            }
        }
        while (cursor is not null);

        seen.ShouldBe(Enumerable.Range(0, 31).Select(i => $"line {i}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(int.MaxValue)]
    public async Task A_limit_out_of_range_is_refused(int limit)
    {
        await ShouldRefuse(() => Service.ListAsync(new MemoryQuery { Scope = All, Limit = limit }, Cancelled), "limit");
        await ShouldRefuse(() => Resources.ListResourcesAsync(new PageQuery { Scope = All, Limit = limit }, Cancelled), "limit");
        await ShouldRefuse(() => Categories.ListCategoriesAsync(new PageQuery { Scope = All, Limit = limit }, Cancelled), "limit");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("99999999999999999999")]
    [InlineData("' OR 1=1")]
    [InlineData("😀")]
    [InlineData("a\0b")]
    public async Task A_foreign_cursor_is_refused(string cursor)
    {
        await Remember("heron");

        await Should.ThrowAsync<InvalidCursorException>(() => Service.ListAsync(new MemoryQuery { Scope = All, Cursor = cursor }, Cancelled));
        await Should.ThrowAsync<InvalidCursorException>(() => Resources.ListResourcesAsync(new PageQuery { Scope = All, Cursor = cursor }, Cancelled));
        await Should.ThrowAsync<InvalidCursorException>(() => Categories.ListCategoriesAsync(new PageQuery { Scope = All, Cursor = cursor }, Cancelled));
    }

    [Fact]
    public async Task Workspaces_are_listed_by_name_with_their_size()
    {
        await Memorize("one");
        await Memorize("two");

        var workspaces = await Workspaces.ListWorkspacesAsync(Cancelled);

        workspaces.Select(workspace => workspace.Name).ShouldBe(workspaces.Select(workspace => workspace.Name).Order(StringComparer.Ordinal));
        var mine = workspaces.Single(workspace => workspace.Name == Workspace);
        mine.Memories.ShouldBe(2);
        mine.Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_of_resources_leaves_their_texts_out()
    {
        var added = await Resources.AddResourceAsync(Workspace, new ResourceRequest { Text = "The heron is a bird.", Name = "birds" }, Cancelled);

        var listed = (await Resources.ListResourcesAsync(new PageQuery { Scope = All }, Cancelled)).Items.ShouldHaveSingleItem();

        listed.Name.ShouldBe("birds");
        listed.Text.ShouldBeNull();
        (await Resources.GetResourceAsync(All, added.ResourceId, Cancelled)).Text.ShouldBe("The heron is a bird.");
    }

    [Fact]
    public async Task Jobs_of_a_workspace_without_any_are_an_empty_page()
    {
        await Remember("nothing to do about it");
        var page = await Jobs.ListJobsAsync(new PageQuery { Scope = All }, [JobState.Dead, JobState.Queued], Cancelled);
        (page.Items.Count, page.NextCursor).ShouldBe((0, null));
        await ShouldRefuse(() => Jobs.ListJobsAsync(new PageQuery { Scope = All, Limit = 1001 }, [], Cancelled), "limit");
    }
}
