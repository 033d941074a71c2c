using Remanence.Commits;
using Remanence.Editing;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.PersonalMemory.Reflection;
using Remanence.Search;
using Remanence.Search.Engine;
using Remanence.Stores;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.TaskMemory;

/// <summary>An editor over a store in memory.</summary>
internal sealed class EditorFixture : IAsyncDisposable
{
    public const string Workspace = "w";

    public EditorFixture(MemoryStore? store = null)
    {
        Store = store ?? new InMemoryStore();
        var indexes = new SearchIndexes(Store, new MemoryAnalyzer(StaticEmbedder.Shared), new SearchOptions(), Time);
        Committer = new Committer(Store, [new InsightUpkeep(Store), new SearchStep(Store, indexes)]);
        Editor = new PlanCommitter(Committer, Time);
    }

    public static async Task<EditorFixture> CreateAsync(MemoryStore? store = null)
    {
        var fixture = new EditorFixture(store);
        await fixture.Store.OpenAsync(CancellationToken.None);
        return fixture;
    }

    public StandingTime Time { get; } = new();

    public MemoryStore Store { get; }

    public Committer Committer { get; }

    public PlanCommitter Editor { get; }

    public Memory NewMemory(string content, string? trigger = null) => new()
    {
        Id = Identifiers.New(Time.GetUtcNow()),
        Scope = new Scope(Workspace),
        Kind = MemoryKinds.Task,
        Content = content,
        Trigger = trigger,
        ObservedAt = Time.GetUtcNow(),
        RecordedAt = Time.GetUtcNow(),
        UpdatedAt = Time.GetUtcNow(),
    };

    public async Task<Memory> AddAsync(string content, string? trigger = null)
    {
        var memory = NewMemory(content, trigger);
        await Committer.CommitAsync(
            new ChangeSet
            {
                Id = memory.Id,
                Workspace = Workspace,
                At = memory.RecordedAt,
                Inserts = [memory],
            },
            CancellationToken.None);
        return memory;
    }

    public async Task<Memory> GetAsync(string id) => (await Store.GetAsync(Workspace, id, CancellationToken.None)).ShouldNotBeNull();

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
