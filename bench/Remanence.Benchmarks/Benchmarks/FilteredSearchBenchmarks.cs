using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>A whole search among half of the memories: by a filter, and by asking the store first which memories fulfil it.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "The clean-up disposes what the set-up made.")]
public class FilteredSearchBenchmarks
{
    private readonly string[] _questions = Corpus.Questions(200);
    private InMemoryStore _store = new();
    private MemoryEngine _engine = new(new InMemoryStore());
    private MemoryFilter _filter = new MemoryFilter.And([]);
    private int _next;

    [Params(10_000, 100_000)]
    public int Memories { get; set; }

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task<RetrieveResult> AskTheStoreFirst()
    {
        var ids = await _store.QueryIdsAsync(new MemoryQuery { Scope = new Scope(Corpus.Workspace), Filter = _filter }, CancellationToken.None);
        return await SearchAsync(new MemoryFilter.Id(ids));
    }

    [Benchmark]
    public Task<RetrieveResult> Filter() => SearchAsync(_filter);

    [Benchmark]
    public Task<RetrieveResult> NoFilter() => SearchAsync(null);

    private Task<RetrieveResult> SearchAsync(MemoryFilter? filter) =>
        _engine.RetrieveAsync(Corpus.Workspace, new RetrieveRequest { Query = _questions[_next++ % _questions.Length], Filter = filter });

    private async Task SetupAsync()
    {
        _store = new InMemoryStore();
        _engine = new MemoryEngine(_store);
        await _engine.OpenAsync();
        var messages = Corpus.Messages(Memories);
        await Corpus.MemorizeAsync(_engine, messages);
        _filter = Corpus.LaterHalf(messages);
    }
}
