using System.Diagnostics;
using System.Text.Json;
using Remanence.Benchmarks.Measuring;

namespace Remanence.Benchmarks.TaskMemory;

/// <summary>
/// How fast <c>retrieve_task_memory_simple</c> answers over ReMe's two English libraries, and how often it finds an entry of which a third of the words is not
/// asked for.
/// </summary>
internal static class TaskMemoryReport
{
    private const int Seed = 20_250_910;
    private const int TopK = 3;
    private const int WarmUpPasses = 4;

    public static async Task RunAsync(TextWriter output)
    {
        Machine.Print(output);
        var limits = new LimitTable();
        await MeasureAsync(limits, output);
        limits.Print(output);
        output.WriteLine($"Load average at the end {Machine.LoadAverage()}.");
    }

    /// <summary>Adds its rows; none where the libraries are not here, and says so.</summary>
    public static async Task MeasureAsync(LimitTable limits, TextWriter output)
    {
        if (!ReMeLibraries.AreThere)
        {
            output.WriteLine(
                $"Retrieval of task memory is not measured: ReMe's libraries are not in {ReMeLibraries.Folder}; {ReMeLibraries.Variable} names their folder.");
            return;
        }

        using var folder = new TemporaryFolder();
        await using var flows = new TaskMemoryFlows(folder.File("task.db"), ReMeLibraries.Folder);
        await flows.OpenAsync();
        var latencies = new Latencies(1_000);
        foreach (var library in ReMeLibraries.Names)
        {
            var questions = await LoadAsync(flows, library);
            var found = await AskAsync(flows, questions, latencies);
            limits.AtLeast($"{library}: entries in the first {TopK} by two thirds of their when_to_use", 100.0 * found / questions.Count, 95, "%");
        }

        output.WriteLine($"{latencies.Count} calls of retrieve_task_memory_simple, one for each entry");
        limits.Below("retrieve_task_memory_simple over both, p50", latencies.Percentile(50), 3, "ms");
        limits.Note("retrieve_task_memory_simple over both, p95", latencies.Percentile(95), "ms");
        limits.Note("retrieve_task_memory_simple over both, p99", latencies.Percentile(99), "ms");
    }

    private static async Task<List<(string Id, IReadOnlyDictionary<string, JsonElement> Inputs)>> LoadAsync(TaskMemoryFlows flows, string library)
    {
        var workspace = JsonSerializer.Serialize(library);
        await flows.RunAsync("vector_store", $$"""{"action":"load","workspace_id":{{workspace}},"path":{{JsonSerializer.Serialize(ReMeLibraries.Folder)}}}""");
        var entries = await flows.RunAsync("vector_store", $$"""{"action":"list","workspace_id":{{workspace}}}""");
        var random = new Random(Seed);
        return [.. entries.Metadata["action_result"]!.AsArray().Select(entry =>
        {
            var query = JsonSerializer.Serialize(ShortenedQuery.Of(entry!["when_to_use"]!.GetValue<string>(), random));
            IReadOnlyDictionary<string, JsonElement> inputs = TaskMemoryFlows.Inputs($$"""{"workspace_id":{{workspace}},"query":{{query}},"top_k":{{TopK}}}""");
            return (entry["memory_id"]!.GetValue<string>(), inputs);
        })];
    }

    private static async Task<int> AskAsync(
        TaskMemoryFlows flows,
        List<(string Id, IReadOnlyDictionary<string, JsonElement> Inputs)> questions,
        Latencies latencies)
    {
        const string Flow = "retrieve_task_memory_simple";
        for (var pass = 0; pass < WarmUpPasses; pass++)
        {
            foreach (var (_, inputs) in questions)
            {
                await flows.RunAsync(Flow, inputs);
            }
        }

        using var core = CoreAffinity.Pin();
        var found = 0;
        foreach (var (id, inputs) in questions)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await flows.RunAsync(Flow, inputs);
            latencies.Since(started);
            found += answer.Metadata["memory_list"]!.AsArray().Any(memory => memory!["memory_id"]!.GetValue<string>() == id) ? 1 : 0;
        }

        return found;
    }
}
