using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services.Learning;

/// <summary>Topics; who has none answers as a workspace without any.</summary>
[Needs(typeof(IMemoryCategories))]
public abstract class CategorySuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task A_workspace_without_any_has_an_empty_page()
    {
        await Remember("something");

        var page = await Categories.ListCategoriesAsync(new PageQuery { Scope = All }, Cancelled);

        (page.Items.Count, page.NextCursor).ShouldBe((0, null));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_or_not_found()
    {
        await Remember("something");

        await ShouldNotFindIds(id => Categories.GetCategoryAsync(All, id, Cancelled));
        await ShouldRefuseWorkspaces(
            scope => Categories.GetCategoryAsync(scope, "id", Cancelled), scope => Categories.ListCategoriesAsync(new PageQuery { Scope = scope }, Cancelled));
        await ShouldRefuse(() => Categories.ListCategoriesAsync(new PageQuery { Scope = All, Limit = 0 }, Cancelled), "limit");
        await ShouldRefuse(() => Categories.ListCategoriesAsync(new PageQuery { Scope = All, Limit = ServiceLimits.MaxPage + 1 }, Cancelled), "limit");
        await ShouldRefuseCursors(cursor => Categories.ListCategoriesAsync(new PageQuery { Scope = All, Cursor = cursor }, Cancelled));
    }
}
