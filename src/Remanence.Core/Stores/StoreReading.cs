using System.Runtime.CompilerServices;
using Remanence.Categories;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores.Filters;

namespace Remanence.Stores;

/// <summary>Reads a store's pages to their end, one at a time.</summary>
public static class StoreReading
{
    private const int Page = 500;

    /// <summary>Memories, oldest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="filter">Which; null: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<Memory> AllAsync(this MemoryStore store, Scope scope, MemoryFilter? filter, CancellationToken cancellationToken) =>
        ReadAsync(
            cursor =>
                store.QueryAsync(
                    new MemoryQuery
                    {
                        Scope = scope,
                        Filter = filter,
                        Cursor = cursor,
                        Limit = Page,
                    },
                    cancellationToken),
            cancellationToken);

    /// <summary>Resources, oldest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<Resource> AllResourcesAsync(this MemoryStore store, Scope scope, CancellationToken cancellationToken) =>
        ReadAsync(cursor => store.QueryResourcesAsync(new PageQuery { Scope = scope, Cursor = cursor, Limit = Page }, cancellationToken), cancellationToken);

    /// <summary>Categories.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<Category> AllCategoriesAsync(this MemoryStore store, Scope scope, CancellationToken cancellationToken) =>
        ReadAsync(cursor => store.QueryCategoriesAsync(new PageQuery { Scope = scope, Cursor = cursor, Limit = Page }, cancellationToken), cancellationToken);

    /// <summary>A conversation's messages, oldest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="resourceId">The conversation.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<StoredMessage> AllMessagesAsync(
        this MemoryStore store,
        string resourceId,
        Scope scope,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            cursor =>
                store.QueryMessagesAsync(
                    resourceId,
                    new PageQuery
                    {
                        Scope = scope,
                        Cursor = cursor,
                        Limit = Page,
                    },
                    cancellationToken),
            cancellationToken);

    /// <summary>Jobs.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="states">In which states; empty: in any.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<Job> AllJobsAsync(
        this MemoryStore store,
        Scope scope,
        IReadOnlyList<JobState> states,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            cursor =>
                store.QueryJobsAsync(
                    new PageQuery
                    {
                        Scope = scope,
                        Cursor = cursor,
                        Limit = Page,
                    },
                    states,
                    cancellationToken),
            cancellationToken);

    private static async IAsyncEnumerable<T> ReadAsync<T>(Func<string?, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await read(cursor);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }
}
