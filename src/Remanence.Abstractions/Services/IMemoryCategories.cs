using Remanence.Categories;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>Topics that gather memories.</summary>
public interface IMemoryCategories
{
    /// <summary>A category.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The category.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Category> GetCategoryAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of categories.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<Category>> ListCategoriesAsync(PageQuery query, CancellationToken cancellationToken = default);
}
