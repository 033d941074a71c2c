using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.Search;
using Remanence.Search.Sources;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Tests.Embeddings;

namespace Remanence.Tests.Search.Sources;

/// <summary>A source that is slow, away, or told in the middle of something else.</summary>
public sealed class SourceFaultTests : IAsyncLifetime
{
    private readonly InMemoryStore _store = new();
    private readonly HookedSource _source = new();
    private MemoryEngine _engine = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _store.OpenAsync(Token);
        _engine = await OpenAsync(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_lags_is_named_in_an_answer_that_is_not_whole()
    {
        var release = new TaskCompletionSource();
        _source.Before = (_, _) => release.Task;
        await WriteAsync(1);
        await using (var impatient = await OpenAsync(TimeSpan.FromMilliseconds(20)))
        {
            var answer = await impatient.RetrieveAsync("ws", new RetrieveRequest { Query = "tea" }, Token);
            answer.Results.ShouldBeEmpty();
            answer.Degraded.ShouldNotBeNull().ShouldContain("naive");
            release.SetResult();
            await ShouldFindAsync(impatient, 1);
        }

        await ShouldFindAsync(_engine, 1);
    }

    [Fact]
    public async Task Broken_off_in_the_middle_it_is_told_again_from_where_it_was()
    {
        await WriteAsync(650);
        var batches = 0;
        _source.Before = (_, _) => ++batches == 3 ? Task.FromException(new StoreUnavailableException("away")) : Task.CompletedTask;
        await Should.ThrowAsync<StoreUnavailableException>(() => BringUpAsync());
        (await _source.GetPositionAsync("ws", Token)).ShouldBeNull();
        await _store.CommitAsync(Sample.Changes(deletions: ["m0001"]), Token);
        (await BringUpAsync()).ShouldBeTrue();
        (await NamedAsync()).Count.ShouldBe(649);
        var seen = batches;
        (await BringUpAsync()).ShouldBeTrue();
        (batches - seen).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_dropped_while_it_is_told_does_not_come_back()
    {
        await WriteAsync(450);
        _source.Before = async (_, _) =>
        {
            _source.Before = null;
            await _store.DropWorkspaceAsync("ws", Token);
        };
        (await BringUpAsync()).ShouldBeFalse();
        (await BringUpAsync()).ShouldBeTrue();
        (await NamedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_erased_while_it_is_told_does_not_come_back()
    {
        await WriteAsync(450);
        _source.Before = async (_, _) =>
        {
            _source.Before = null;
            await _store.EraseAsync("ws", ["m0000"], Token);
        };
        (await BringUpAsync()).ShouldBeFalse();
        (await BringUpAsync()).ShouldBeTrue();
        (await NamedAsync()).ShouldNotContain("m0000");
    }

    [Fact]
    public async Task The_vectors_are_those_of_the_workspaces_own_space()
    {
        using var first = new FakeEmbedder(1, 64);
        using var second = new FakeEmbedder(2, 48);
        first.Families["ship"] = second.Families["ship"] = "boat";
        await using var fixture = await EmbeddingFixture.CreateAsync(EmbeddingFixture.Wanting(first.As("a")));
        await fixture.SayAsync("the lamp is red");
        var boat = await fixture.SayAsync("our boat sank");
        await using var searching = await SearchingAsync(fixture, EmbeddingFixture.Wanting(first.As("a")));
        (await DimensionsAsync(fixture)).ShouldBe([StaticEmbedder.Shared.Dimensions, StaticEmbedder.Shared.Dimensions]);
        await fixture.WorkAsync();
        (await DimensionsAsync(fixture)).ShouldBe([64, 64]);
        var answer = await searching.RetrieveAsync(EmbeddingFixture.Workspace, new RetrieveRequest { Query = "ship", Explain = true }, Token);
        answer.Degraded.ShouldBeNull();
        answer.Results[0].Memory.Id.ShouldBe(boat);
        answer.Results[0].Explanation!.EmbeddingSpace.ShouldBe("model-1");

        // One that is not embedded yet has no vector, and is told once more when it is.
        await fixture.SayAsync("a new lamp");
        (await DimensionsAsync(fixture)).Order().ShouldBe([0, 64, 64]);
        await fixture.WorkAsync();
        (await DimensionsAsync(fixture)).ShouldBe([64, 64, 64]);

        var restarted = await fixture.RestartAsync(EmbeddingFixture.Wanting(second.As("b"), first.As("a")));
        await restarted.WorkAsync();
        (await DimensionsAsync(fixture)).ShouldBe([48, 48, 48]);
    }

    private async Task<MemoryEngine> OpenAsync(TimeSpan waitLimit)
    {
        var options = new MemoryEngineOptions { OwnsStore = false, Source = new CandidateSourceOptions(_source) { WaitLimit = waitLimit } };
        var engine = new MemoryEngine(_store, options);
        await engine.OpenAsync(Token);
        return engine;
    }

    private async Task<MemoryEngine> SearchingAsync(EmbeddingFixture fixture, Remanence.Embeddings.EmbedderOptions embedders)
    {
        var options = new MemoryEngineOptions { OwnsStore = false, Embedders = embedders, Source = new CandidateSourceOptions(_source) };
        var engine = new MemoryEngine(fixture.Store, options, fixture.Clock);
        await engine.OpenAsync(Token);
        return engine;
    }

    private Task WriteAsync(int count) =>
        _store.CommitAsync(Sample.Changes(inserts: [.. Enumerable.Range(0, count).Select(i => Sample.Memory($"m{i:D4}"))]), Token);

    private Task<bool> BringUpAsync() => BringUpAsync(_store, "ws");

    private Task<bool> BringUpAsync(MemoryStore store, string workspace) =>
        new ProjectRun(store, _source, new MemoryAnalyzer(StaticEmbedder.Shared), workspace).TryBringUpAsync(Token);

    // How long the vector of each document is; 0 where it has none.
    private async Task<IReadOnlyList<int>> DimensionsAsync(EmbeddingFixture fixture)
    {
        (await BringUpAsync(fixture.Store, EmbeddingFixture.Workspace)).ShouldBeTrue();
        return _source.Vectors(EmbeddingFixture.Workspace);
    }

    private async Task<IReadOnlyList<string>> NamedAsync()
    {
        var query = new CandidateQuery { Scope = new Scope("ws"), Text = "tea", Terms = [new WeightedTerm("tea", 1)], Limit = 1_000 };
        return [.. (await _source.FindAsync(query, Token)).Candidates.Select(candidate => candidate.Id)];
    }

    private static async Task ShouldFindAsync(MemoryEngine engine, int count)
    {
        while (await engine.RetrieveAsync("ws", new RetrieveRequest { Query = "tea", TopK = 1_000 }, Token) is var answer)
        {
            if (answer.Degraded is null)
            {
                answer.Results.Count.ShouldBe(count);
                return;
            }
        }
    }
}
