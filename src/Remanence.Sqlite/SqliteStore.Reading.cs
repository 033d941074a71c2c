using Remanence.Categories;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Sqlite.Queries;
using Remanence.Sqlite.Rows;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public override Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(ids, "A memory's id");
        return SqliteQueries.Get(database, workspace, ids, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Query(database, query, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.QueryIds(database, query, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryLinkingAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) =>
        Read(
            database =>
            {
                StoreArguments.RequireText(workspace, nameof(workspace));
                StoreArguments.CheckTexts(memoryIds, "A memory's id");
                return SqliteLinks.To(database, workspace, memoryIds, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) =>
        Read(
            database =>
            {
                StoreArguments.RequireText(workspace, nameof(workspace));
                StoreArguments.RequireText(memoryId, nameof(memoryId));
                return SqliteWorkspace.Find(database, workspace) is { } found
                    ? (IReadOnlyList<HistoryEntry>)new SqliteHistory(database, workspace, found).Of(memoryId)
                    : [];
            },
            cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(
            database => SqliteWorkspace.Find(database, workspace) is { } found ? new SqliteHistory(database, workspace, found).All() : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return SqliteQueries.Item(database, SqliteSql.FindResource, workspace, id, SqliteItems.ReadResource);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Items(database, 'r', SqliteSql.QueryResources, 12, query, SqliteItems.ReadResource);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(resourceId, nameof(resourceId));
        StoreArguments.Check(query);
        return SqliteQueries.Messages(database, resourceId, query);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<StoredMessage>> GetMessagesAsync(
        string workspace, string resourceId, IReadOnlyList<string> messageIds, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(resourceId, nameof(resourceId));
        StoreArguments.CheckTexts(messageIds, "A message's id");
        return SqliteQueries.Messages(database, workspace, resourceId, messageIds, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return SqliteQueries.Item(database, SqliteSql.FindCategory, workspace, id, SqliteItems.ReadCategory);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Items(database, 'c', SqliteSql.QueryCategories, 10, query, SqliteItems.ReadCategory);
    }, cancellationToken);
}
