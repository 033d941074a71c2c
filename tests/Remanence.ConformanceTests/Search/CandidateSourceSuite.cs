using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Search;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Search;

/// <summary>The ground of the suites for search engines: a service over a fresh store and source for each test.</summary>
/// <typeparam name="TFixture">Where both live.</typeparam>
public abstract class CandidateSourceSuite<TFixture> : IAsyncLifetime
    where TFixture : CandidateSourceFixture, new()
{
    protected TFixture Fixture { get; } = new();

    protected MemoryService Service { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Service = await Fixture.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task RestartAsync() => Service = await Fixture.OpenAsync();

    protected async Task<string> SayAsync(string content, string? user = null, string workspace = "ws", string? session = null)
    {
        var request = new MemorizeRequest { UserId = user, SessionId = session, Messages = [new Message { Role = "user", Content = content }], Infer = false };
        return (await Service.MemorizeAsync(workspace, request, Token)).Memories.ShouldHaveSingleItem().Id;
    }

    /// <summary>Stores memories as another process does that knows nothing of the source.</summary>
    protected Task WriteElsewhereAsync(params Memory[] memories) =>
        Fixture.Store.CommitAsync(Sample.Changes(memories[0].Scope.Workspace, inserts: memories), Token);

    protected async Task<IReadOnlyList<string>> FindAsync(
        string query, string? user = null, string workspace = "ws", MemoryFilter? filter = null, int topK = 100, DateTimeOffset? asOf = null)
    {
        var request = new RetrieveRequest { Query = query, UserId = user, Filter = filter, TopK = topK, AsOf = asOf };
        var found = await Service.RetrieveAsync(workspace, request, Token);
        found.Degraded.ShouldBeNull();
        return [.. found.Results.Select(result => result.Memory.Id)];
    }

    /// <summary>What the source itself holds of a workspace that these words lead to, whatever the store says; nothing where there is no source.</summary>
    protected async Task<IReadOnlyList<string>> NamedAsync(string word, string workspace = "ws")
    {
        if (Fixture.Source is not { } source)
        {
            return [];
        }

        var query = new CandidateQuery { Scope = new Scope(workspace), Text = word, Terms = [new WeightedTerm(word, 1)], Limit = 1_000 };
        return [.. (await source.FindAsync(query, Token)).Candidates.Where(candidate => candidate.Lexical is not 0).Select(candidate => candidate.Id)];
    }
}
