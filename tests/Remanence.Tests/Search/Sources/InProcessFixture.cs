using Remanence.ConformanceTests.Search;
using Remanence.Search;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.Search.Sources;

/// <summary>The engine as it is without a search engine beside the store.</summary>
public sealed class InProcessFixture : CandidateSourceFixture
{
    private readonly InMemoryStore _store = new();
    private readonly List<MemoryEngine> _engines = [];

    public override CandidateSource? Source => null;

    public override MemoryStore Store => _store;

    public override async Task<MemoryService> OpenAsync()
    {
        await _store.OpenAsync(CancellationToken.None);
        _engines.Add(new MemoryEngine(_store, new MemoryEngineOptions { OwnsStore = false }));
        await _engines[^1].OpenAsync();
        return _engines[^1];
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        await _store.DisposeAsync();
    }
}
