using System.Diagnostics;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Benchmarks.TaskMemory;
using Remanence.Services;
using Remanence.Sqlite;

namespace Remanence.Benchmarks.Limits;

/// <summary>Measures, in this process, each number that must hold, and prints it beside its bound.</summary>
internal static class LimitsReport
{
    private const int WarmUp = 300;
    private const int Adds = 500;
    private const int Many = 100_000;
    private const int Few = 10_000;

    public static async Task RunAsync(TextWriter output)
    {
        Machine.Print(output);
        var limits = new LimitTable();
        await SearchLimits.MeasureAsync(Few, 1, limits, output);
        await SearchLimits.MeasureAsync(Many, 5, limits, output);
        await WriteAsync(limits, output);
        await FactErasureLimits.MeasureAsync(limits);
        await TaskMemoryReport.MeasureAsync(limits, output);
        limits.Print(output);
        output.WriteLine($"Load average at the end {Machine.LoadAverage()}. Against FAISS and hnswlib: bench/peers/run.sh. Over HTTP: bench/load/run.sh.");
    }

    private static async Task WriteAsync(LimitTable limits, TextWriter output)
    {
        using var folder = new TemporaryFolder();
        await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = folder.File("limits.db") }));
        await engine.OpenAsync();
        var messages = Corpus.Messages(Many + WarmUp + Adds);
        output.WriteLine(
            $"Ingest of {Many:#,0} messages in requests of {Corpus.Batch:#,0}, then {Adds} single adds; SQLite {SqliteStore.EngineVersion} on {folder.Format}");
        var started = Stopwatch.GetTimestamp();
        await Corpus.MemorizeAsync(engine, messages[..Many]);
        limits.AtLeast($"bulk ingest of {Many:#,0} messages, embedding included", Many / Stopwatch.GetElapsedTime(started).TotalSeconds, 5_000, "/s");

        var latencies = new Latencies(Adds);
        for (var i = Many; i < messages.Count; i++)
        {
            var request = new MemorizeRequest { Messages = [messages[i]] };
            started = Stopwatch.GetTimestamp();
            await engine.MemorizeAsync(Corpus.Workspace, request);
            if (i >= Many + WarmUp)
            {
                latencies.Since(started);
            }
        }

        await CheckSearchableAsync(engine, messages[^1].Content);
        limits.Below($"single durable add to {Many:#,0} memories, p50", latencies.Percentile(50), 5, "ms");
        limits.Note($"single durable add to {Many:#,0} memories, p95", latencies.Percentile(95), "ms");
        await ErasureLimits.MeasureAsync(engine, new FileInfo(folder.File("limits.db")).Length, limits);
        var disk = Flushes(folder);
        limits.Note("for comparison: 4 KiB written over in a file and flushed to the disk, p50", disk.Percentile(50), "ms");
    }

    // What a commit cannot be faster than on this disk. Written over, as SQLite's log is: a file that grows costs more.
    private static Latencies Flushes(TemporaryFolder folder)
    {
        var latencies = new Latencies(Adds);
        var page = new byte[4096];
        File.WriteAllBytes(folder.File("flush"), new byte[page.Length * Adds]);
        using var file = new FileStream(folder.File("flush"), FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var i = 0; i < Adds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            latencies.Since(started);
        }

        return latencies;
    }

    private static async Task CheckSearchableAsync(MemoryEngine engine, string content)
    {
        var found = await engine.RetrieveAsync(Corpus.Workspace, new RetrieveRequest { Query = content, TopK = 50 });
        if (!found.Results.Any(result => result.Memory.Content == content))
        {
            throw new InvalidOperationException("The message that was added last is not found; the times above mean nothing.");
        }
    }
}
