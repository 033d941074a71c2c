using System.Text;
using System.Text.Json;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Benchmarks.Load;

/// <summary>A built server from its start to its limits: first answer, memory when idle, searches over HTTP.</summary>
internal static class LoadReport
{
    private const int Starts = 5;
    private const int Memories = 10_000;
    private const int Batch = 1_000;
    private const int Queries = 1_000;
    private const int IdleSeconds = 5;
    private static readonly string Messages = "/v1/workspaces/load/messages";

    public static async Task<int> RunAsync(string server, string script, TextWriter output)
    {
        Machine.Print(output);
        var limits = new LimitTable();
        using var folder = new TemporaryFolder();
        var starts = new Latencies(Starts);
        for (var i = 0; i < Starts; i++)
        {
            // Stopped again at once: only how it starts is of interest, with its data folder to be made.
            using var one = await ServerProcess.StartAsync(server, folder.File($"start-{i}"));
            starts.Add(one.FirstAnswerMilliseconds);
        }

        limits.Below($"first answer after the start of the process, median of {Starts}", starts.Percentile(50) / 1000, 1.5, "s");
        limits.Note($"first answer after the start of the process, slowest of {Starts}", starts.Percentile(100) / 1000, "s");
        using var running = await ServerProcess.StartAsync(server, folder.File("data"));
        await Task.Delay(TimeSpan.FromSeconds(IdleSeconds));
        limits.Below($"resident memory, idle {IdleSeconds} s after the start", running.ResidentMegabytes(), 150, "MB");
        await IngestAsync(running, limits);

        var queries = folder.File("queries");
        await File.WriteAllLinesAsync(queries, Corpus.Questions(Queries).Select(question =>
            JsonSerializer.Serialize(new RetrieveRequest { Query = question }, RemanenceJson.Default.RetrieveRequest)));
        await WrkProcess.RunAsync(running.Address, script, queries, seconds: 5);
        var result = await WrkProcess.RunAsync(running.Address, script, queries, seconds: 20);
        limits.AtLeast($"searches over HTTP, {Memories:#,0} memories, {WrkProcess.Connections} connections", result.PerSecond, 1_500, "/s");
        limits.Note("their p50", result.P50Milliseconds, "ms");
        limits.Below("their p99", result.P99Milliseconds, 30, "ms");
        limits.Note("answers other than 200, and broken connections", result.Errors, "");
        limits.Note("resident memory after the load", running.ResidentMegabytes(), "MB");
        limits.Print(output);
        output.WriteLine($"Load average at the end {Machine.LoadAverage()}. The load generator runs on the server's own cores.");
        return result.Errors == 0 ? 0 : 1;
    }

    private static async Task IngestAsync(ServerProcess server, LimitTable limits)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var batch in Corpus.Messages(Memories).Chunk(Batch))
        {
            var json = JsonSerializer.Serialize(new MemorizeRequest { Messages = batch }, RemanenceJson.Default.MemorizeRequest);
            using var body = new StringContent(json, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(Messages, UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
        }

        limits.Note($"ingest of {Memories:#,0} messages over HTTP, cold", Memories / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, "/s");
    }
}
