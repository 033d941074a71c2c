using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Sqlite;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>Messages kept on disk and searchable, one and a thousand a request.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "The clean-up disposes what the set-up made.")]
public class SqliteWriteBenchmarks
{
    private const int BatchSize = 1_000;
    private readonly List<Message> _messages = Corpus.Messages(BatchSize * 10);
    private TemporaryFolder? _folder;
    private MemoryEngine? _engine;
    private int _next;

    // The toolchain in this process does not await a set-up or a clean-up.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup()
    {
        _engine!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder!.Dispose();
    }

    [Benchmark]
    public Task<MemorizeResult> AddOne() => MemorizeAsync(1);

    [Benchmark(OperationsPerInvoke = BatchSize)]
    public Task<MemorizeResult> AddThousand() => MemorizeAsync(BatchSize);

    private Task<MemorizeResult> MemorizeAsync(int count)
    {
        var from = _next;
        _next = (_next + count) % (_messages.Count - BatchSize);
        return _engine!.MemorizeAsync(Corpus.Workspace, new MemorizeRequest { Messages = _messages.GetRange(from, count) });
    }

    private async Task SetupAsync()
    {
        _folder = new TemporaryFolder();
        _engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.File("bench.db") }));
        await _engine.OpenAsync();
    }
}
