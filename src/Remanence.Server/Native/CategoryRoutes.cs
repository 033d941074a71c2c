using Remanence.Http;
using Remanence.Json;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Server.Native;

internal static class CategoryRoutes
{
    private const string Collection = "/v1/workspaces/{workspace}/categories";

    public static void Map(NativeRoutes routes)
    {
        routes.Map(HttpMethods.Get, Collection, ListAsync, new RouteDescription
        {
            Name = "listCategories",
            Summary = "A page of categories in the order in which they were first stored.",
            Tag = "categories",
            Query = QueryParameter.Page,
            Answers = [new(200, typeof(Page<CategoryDocument>))],
            Problems = [503],
        });
        routes.Map(HttpMethods.Get, Collection + "/{id}", GetAsync, new RouteDescription
        {
            Name = "getCategory",
            Summary = "A category with its summary and a page of its memories.",
            Tag = "categories",
            Query = QueryParameter.Page,
            Answers = [new(200, typeof(CategoryDocument))],
            Problems = [404, 503],
        });
    }

    private static async Task ListAsync(NativeCall call)
    {
        var page = await call.Require<IMemoryCategories>().ListCategoriesAsync(call.Page, call.Cancelled);
        await call.AnswerAsync(
            new Page<CategoryDocument>([.. page.Items.Select(CategoryDocument.From)], page.NextCursor),
            WireJson.Instance.PageCategoryDocument);
    }

    private static async Task GetAsync(NativeCall call)
    {
        var category = await call.Require<IMemoryCategories>().GetCategoryAsync(call.Scope, call.Id, call.Cancelled);
        var page = call.Page;
        var members = await call.Service.ListAsync(
            new MemoryQuery
            {
                Scope = page.Scope,
                Cursor = page.Cursor,
                Limit = page.Limit,
                Filter = new MemoryFilter.Category([category.Id]),
            },
            call.Cancelled);
        await call.AnswerAsync(CategoryDocument.From(category) with { Members = MemoryListRoutes.Documents(members) }, WireJson.Instance.CategoryDocument);
    }
}
