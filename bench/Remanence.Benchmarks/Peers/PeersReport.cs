using System.Diagnostics;
using System.Globalization;
using Remanence.Benchmarks.Measuring;
using Remanence.Benchmarks.Synthetic;
using Remanence.Search.Vectors;

namespace Remanence.Benchmarks.Peers;

/// <summary>
/// The ten nearest vectors by Remanence, FAISS <c>IndexFlatIP</c> and hnswlib: the same vectors, the same core, one query at a time, and in turns, so
/// that what else the machine does falls on all of them.
/// </summary>
internal static class PeersReport
{
    private const int Queries = 200;
    private const int Rounds = 5;
    private const int Top = 10;

    public static async Task<int> RunAsync(string script, string[] counts, TextWriter output)
    {
        Machine.Print(output);
        foreach (var count in counts.Length == 0 ? ["10000", "100000"] : counts)
        {
            await CompareAsync(script, int.Parse(count, CultureInfo.InvariantCulture), output);
        }

        output.WriteLine($"Load average at the end {Machine.LoadAverage()}.");
        return 0;
    }

    private static async Task CompareAsync(string script, int count, TextWriter output)
    {
        using var folder = new TemporaryFolder();
        var index = Corpus.Vectors(count);
        var queries = Corpus.QuestionVectors(Queries);
        WriteVectors(folder.File("vectors"), Enumerable.Range(0, count).Select(row => index[row].ToArray()));
        WriteVectors(folder.File("queries"), queries);
        using var core = CoreAffinity.Pin();
        using var peers = await PeerProcess.StartAsync(script, folder.Path, index.Dimensions, Top, core?.Core ?? -1);
        var rows = new TopRows(index);
        var own = new (string Name, Func<float[], int, int[]> Search)[] { ("Remanence float", rows.ByFloat), ("Remanence int8 + rescoring", rows.ByInt8) };
        var all = new List<Contender>();
        foreach (var (name, search) in own)
        {
            all.Add(new Contender(
                name,
                latencies => Task.FromResult(Measure(queries, search, latencies)),
                () => Task.FromResult(Recall(index, queries, search))));
        }

        foreach (var name in peers.Names)
        {
            all.Add(new Contender(name, latencies => peers.MeasureAsync(name, latencies), () => peers.RecallAsync(name)));
        }

        await MeasureAsync(all);
        output.WriteLine();
        output.WriteLine(
            $"{count:#,0} vectors of {index.Dimensions} dimensions, top {Top}, {Queries} queries, {Rounds} rounds in turns, one core. {peers.Faiss}.");
        await PrintAsync(all, output);
    }

    private static async Task MeasureAsync(List<Contender> all)
    {
        foreach (var contender in all)
        {
            await contender.MeasureAsync(new Latencies(Queries));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in all)
            {
                await contender.MeasureAsync(contender.Latencies);
            }
        }
    }

    private static async Task PrintAsync(List<Contender> all, TextWriter output)
    {
        var peers = all[2..];
        output.WriteLine("A ratio is the p50 of the row over the p50 of the peer: below 1 the row is faster.");
        var table = new ReportTable(["what", "p50 ms", "p95 ms", $"recall@{Top}", .. peers.Select(peer => $"/ {peer.Name}")]);
        foreach (var contender in all)
        {
            var p50 = contender.Latencies.Percentile(50);
            var ratios = peers.Select(peer => $"{p50 / peer.Latencies.Percentile(50):0.00}");
            table.Add([contender.Name, $"{p50:0.000}", $"{contender.Latencies.Percentile(95):0.000}", $"{await contender.RecallAsync():0.0000}", .. ratios]);
        }

        table.Print(output);
    }

    private static Latencies Measure(float[][] queries, Func<float[], int, int[]> search, Latencies latencies)
    {
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            search(query, Top);
            latencies.Since(started);
        }

        return latencies;
    }

    // Equal texts have equal vectors, so a row counts when it is as near as the tenth nearest, whichever it is.
    private static double Recall(VectorIndex index, float[][] queries, Func<float[], int, int[]> search)
    {
        const double tolerance = 1e-5;
        var cosines = new float[index.Count];
        var right = 0;
        foreach (var query in queries)
        {
            index.ScanFloat(query, cosines);
            var least = cosines.OrderDescending().ElementAt(Top - 1) - tolerance;
            right += search(query, Top).Distinct().Count(row => cosines[row] >= least);
        }

        return right / (double)(queries.Length * Top);
    }

    private static void WriteVectors(string path, IEnumerable<float[]> vectors)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var vector in vectors)
        {
            foreach (var value in vector)
            {
                writer.Write(value);
            }
        }
    }
}
