using System.Diagnostics;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Benchmarks.Limits;

/// <summary>What erasing single memories of a large file takes, and what it costs others who write meanwhile.</summary>
internal static class ErasureLimits
{
    private const int Erasures = 200;
    private const int LeastWrites = 500;

    public static async Task MeasureAsync(MemoryEngine engine, long fileBytes, LimitTable limits)
    {
        var ids = (await engine.ListAsync(new MemoryQuery { Scope = new Scope(Corpus.Workspace), Limit = 2 * Erasures }))
            .Items.Select(memory => memory.Id)
            .ToList();
        var erasing = new Latencies(Erasures);
        foreach (var id in ids.Take(Erasures))
        {
            await EraseAsync(engine, id, erasing);
        }

        var beside = new Latencies(Erasures);
        var writing = new Latencies(100_000);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() => WriteAsync(engine, writing, stop.Token));
        foreach (var id in ids.Skip(Erasures))
        {
            await EraseAsync(engine, id, beside);
        }

        while (writing.Count < LeastWrites)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await writer;
        var file = $"{fileBytes / 1e6:0} MB";
        limits.Below($"erasing one memory of a file of {file}, p50", erasing.Percentile(50), 20, "ms");
        limits.Note($"erasing one memory of a file of {file}, p95", erasing.Percentile(95), "ms");
        limits.Note("the same while another workspace is written to, p50", beside.Percentile(50), "ms");
        limits.Below("single durable adds to another workspace meanwhile, p99", writing.Percentile(99), 10, "ms");
    }

    private static async Task EraseAsync(MemoryEngine engine, string id, Latencies latencies)
    {
        var started = Stopwatch.GetTimestamp();
        var erasure = await engine.EraseAsync(new Scope(Corpus.Workspace), id);
        latencies.Since(started);
        if (erasure is not { Memories: 1, TracesUntil: null })
        {
            throw new InvalidOperationException($"Memory {id} was not erased at once.");
        }
    }

    private static async Task WriteAsync(MemoryEngine engine, Latencies latencies, CancellationToken cancellationToken)
    {
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await engine.AddAsync("beside", new AddMemoryRequest { Kind = "note", Content = $"Note {i} of somebody else." }, CancellationToken.None);
            latencies.Since(started);
        }
    }
}
