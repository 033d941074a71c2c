namespace Remanence.Stores;

/// <content>Queries.</content>
public static partial class StoreArguments
{
    /// <summary>Items of a page, at most.</summary>
    public const int MaxLimit = 1000;

    /// <summary>
    /// Once a page's items take so many bytes as text, it ends, however few they are: who asks for pages of what is large gets more pages, and nobody holds all
    /// of it.
    /// </summary>
    public const int MaxPageBytes = 2 * 1024 * 1024;

    /// <summary>Checks the size of a page.</summary>
    /// <param name="limit">The items.</param>
    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }

    /// <summary>Checks a query of memories.</summary>
    /// <param name="query">The query.</param>
    public static void Check(MemoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckScope(query.Scope);
        CheckLimit(query.Limit);
    }

    /// <summary>Checks a query of a list.</summary>
    /// <param name="query">The query.</param>
    public static void Check(PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckScope(query.Scope);
        CheckLimit(query.Limit);
    }
}
