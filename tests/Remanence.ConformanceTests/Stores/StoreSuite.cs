using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.Filters;
using Remanence.Stores.History;

namespace Remanence.ConformanceTests.Stores;

/// <summary>The ground of every suite: a fresh, open store for each test.</summary>
/// <typeparam name="TFixture">Where the store lives.</typeparam>
public abstract class StoreSuite<TFixture> : IAsyncLifetime
    where TFixture : StoreFixture, new()
{
    protected TFixture Fixture { get; } = new();

    protected MemoryStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = Fixture.Create();
        await Store.OpenAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        await InitializeAsync();
    }

    protected Task<CommitResult> InsertAsync(params Memory[] memories) =>
        Store.CommitAsync(Sample.Changes(memories[0].Scope.Workspace, inserts: memories), Token);

    protected async Task<List<Memory>> ListAsync(MemoryQuery query)
    {
        var found = new List<Memory>();
        do
        {
            var page = await Store.QueryAsync(query, Token);
            page.Items.Count.ShouldBeLessThanOrEqualTo(query.Limit);
            found.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return found;
    }

    protected async Task<List<string>> IdsAsync(Scope scope, MemoryFilter? filter = null) =>
        [.. (await ListAsync(new MemoryQuery { Scope = scope, Filter = filter })).Select(memory => memory.Id)];

    protected async Task<List<MemoryChange>> ChangesAsync(string workspace, long after)
    {
        var feed = Store.ShouldBeAssignableTo<IChangeFeed>()!;
        var changes = new List<MemoryChange>();
        await foreach (var change in feed.ReadChangesAsync(workspace, after, Token))
        {
            changes.Add(change);
        }

        return changes;
    }

    protected async Task<List<HistoryEntry>> HistoryAsync(string workspace)
    {
        var entries = new List<HistoryEntry>();
        await foreach (var entry in Store.ReadHistoryAsync(workspace, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
