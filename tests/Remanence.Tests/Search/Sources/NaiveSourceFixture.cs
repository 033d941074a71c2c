using OwnSource;
using Remanence.ConformanceTests.Search;
using Remanence.Search;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.Search.Sources;

public sealed class NaiveSourceFixture : CandidateSourceFixture
{
    private readonly InMemoryStore _store = new();
    private readonly List<MemoryEngine> _engines = [];

    public override CandidateSource Source { get; } = new NaiveSource();

    public override MemoryStore Store => _store;

    public override async Task<MemoryService> OpenAsync()
    {
        await _store.OpenAsync(CancellationToken.None);
        var options = new MemoryEngineOptions
        {
            OwnsStore = false,

            // Few, so that what a filter leaves out must be made up for; and patient, for machines that have other things to do.
            Source = new CandidateSourceOptions(Source) { Candidates = 8, WaitLimit = TimeSpan.FromMinutes(1) },
        };
        _engines.Add(new MemoryEngine(_store, options));
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
