using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Synthetic;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>A whole search, words and vectors and all signals, as a caller in the process has it.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "The clean-up disposes what the set-up made.")]
public class HybridSearchBenchmarks
{
    private readonly string[] _questions = Corpus.Questions(200);
    private MemoryEngine _engine = new(new InMemoryStore());
    private int _next;

    [Params(10_000, 100_000)]
    public int Memories { get; set; }

    // The toolchain in this process does not await a set-up or a clean-up.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public Task<RetrieveResult> Search() =>
        _engine.RetrieveAsync(Corpus.Workspace, new RetrieveRequest { Query = _questions[_next++ % _questions.Length] });

    private async Task SetupAsync()
    {
        _engine = new MemoryEngine(new InMemoryStore());
        await _engine.OpenAsync();
        await Corpus.MemorizeAsync(_engine, Corpus.Messages(Memories));
    }
}
