using System.Diagnostics;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Benchmarks.Limits;

/// <summary>
/// Measures searches over one number of memories: plain questions, questions that name a time, questions that name it by an event, and plain ones with a
/// filter.
/// </summary>
internal sealed class SearchLimits(MemoryEngine engine, string what, DateTimeOffset now, double bound, LimitTable limits)
{
    private const int Searches = 1_000;
    private const int WarmUpPasses = 3;

    public static async Task MeasureAsync(int memories, double bound, LimitTable limits, TextWriter output)
    {
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync();
        var messages = Corpus.Messages(memories);
        await Corpus.MemorizeAsync(engine, messages);

        // Asked soon after the last message, so that "last week" holds some.
        var measured = new SearchLimits(engine, $"{memories:#,0} memories", messages[^1].Time!.Value.AddHours(1), bound, limits);
        await measured.MeasureAsync("hybrid search", Corpus.Questions(Searches), output);
        await measured.MeasureAsync("questions that name a time", Corpus.TimedQuestions(Searches), output);
        await measured.MeasureAsync("questions that name a time by an event", Corpus.EventQuestions(Searches), output);
        await measured.MeasureAsync("questions with a filter", Corpus.Questions(Searches), output, Corpus.LaterHalf(messages));
    }

    private async Task MeasureAsync(string kind, string[] questions, TextWriter output, MemoryFilter? filter = null)
    {
        for (var i = 0; i < WarmUpPasses * Searches; i++)
        {
            // With all cores, so that the compiler's last tier is done before the clock runs.
            await engine.RetrieveAsync(Corpus.Workspace, Request(questions[i % Searches], filter));
        }

        using var core = CoreAffinity.Pin();
        output.WriteLine($"{Searches} searches over {what} on core {core?.Core ?? -1}: {kind}");

        var latencies = new Latencies(Searches);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        foreach (var question in questions)
        {
            var request = Request(question, filter);
            var started = Stopwatch.GetTimestamp();
            await engine.RetrieveAsync(Corpus.Workspace, request);
            latencies.Since(started);
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        limits.Below($"{kind}, {what}, p50", latencies.Percentile(50), bound, "ms");
        limits.Below($"{kind}, {what}, p95", latencies.Percentile(95), 4 * bound, "ms");
        limits.Note($"{kind}, {what}, p99", latencies.Percentile(99), "ms");
        limits.Note($"{kind}, {what}, allocated a search", allocated / 1024.0 / Searches, "KiB");
    }

    private RetrieveRequest Request(string question, MemoryFilter? filter) => new() { Query = question, Now = now, Filter = filter };
}
