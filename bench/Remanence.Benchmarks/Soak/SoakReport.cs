using Remanence.Benchmarks.Load;
using Remanence.Benchmarks.Measuring;

namespace Remanence.Benchmarks.Soak;

/// <summary>
/// A built server under mixed load for a while: people talk, are consolidated, search, erase; some connections take nothing of what they asked for; the disk is
/// full in the middle and has room again. Then a damaged file. What must stay flat is printed part by part.
/// </summary>
/// <param name="program">The built program.</param>
/// <param name="howLong">How long in all.</param>
/// <param name="disk">A folder on a small disk of its own; null: the disk is not filled.</param>
internal sealed class SoakReport(string program, TimeSpan howLong, string? disk)
{
    private const int Parts = 10;
    private const int FullPart = 4;
    private const int SlowConnections = 40;

    public async Task<int> RunAsync(TextWriter output)
    {
        Machine.Print(output);
        using var folder = new TemporaryFolder();
        var data = disk is null ? folder.File("data") : Path.Combine(disk, "data");
        using var server = await ServerProcess.StartAsync(program, data, "http.timeout_unread=10");
        using var traffic = new SoakTraffic(new HttpClient { BaseAddress = server.Address });
        var (readers, full) = (new SlowReaders(server.Address, SlowConnections), disk is null ? null : new FullDisk(traffic, disk));
        var (table, limits) = (Header(), new LimitTable());
        var (memory, handles, slices) = (new List<double>(), new List<int>(), new List<SoakSlice>());
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(new SoakActors(traffic).RunAsync(stop.Token), readers.RunAsync(stop.Token));
        for (var part = 0; part < Parts && !load.IsFaulted; part++)
        {
            await PassAsync(part, full);
            var slice = traffic.Next();
            memory.Add(server.ResidentMegabytes());
            handles.Add(server.OpenHandles());
            slices.Add(slice);
            table.Add(Row(part, slice, memory[^1], handles[^1], Megabytes(data), server.LogLines));
            await Console.Error.WriteLineAsync($"part {part + 1} of {Parts} is over");
        }

        await stop.CancelAsync();
        await load;
        table.Print(output);
        Judge(limits, memory, handles, slices, readers, full);
        await DamagedCopy.MeasureAsync(program, folder.File("damaged"), limits);
        limits.Print(output);
        foreach (
            var (what, count) in slices
                .SelectMany(slice => slice.Unexpected)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Sum(pair => pair.Value))))
        {
            output.WriteLine($"unexpected: {what}, {count} times");
        }

        output.WriteLine($"Load average at the end {Machine.LoadAverage()}. The load comes from the server's own cores.");
        return 0;
    }

    private async Task PassAsync(int part, FullDisk? full)
    {
        var length = howLong / Parts;
        if (part != FullPart || full is null)
        {
            await Task.Delay(length);
            return;
        }

        await full.FillAsync(length / 2, CancellationToken.None);
        await full.EmptyAsync(CancellationToken.None);
        await Task.Delay(length / 2);
    }

    private static void Judge(LimitTable limits, List<double> memory, List<int> handles, List<SoakSlice> slices, SlowReaders readers, FullDisk? full)
    {
        // The first part warms up.
        limits.Below("resident memory, the last part over the second", memory[^1] / memory[1], 1.3, "times");
        limits.Below("resident memory, most", memory.Max(), 1_000, "MB");
        limits.Below("open handles, the last part less the second", handles[^1] - handles[1], 50, "");
        limits.Below(
            "p99 of searches, the last part over the second",
            slices[^1].Percentile(SoakActors.Search, 99) / slices[1].Percentile(SoakActors.Search, 99),
            2,
            "times");
        limits.Below(
            "p99 of adds, the last part over the second",
            slices[^1].Percentile(SoakActors.Add, 99) / slices[1].Percentile(SoakActors.Add, 99),
            2,
            "times");
        limits.Below("p50 of erasing one memory, the last part", slices[^1].Percentile(SoakActors.Erase, 50), 20, "ms");
        limits.Below("answers that nobody should get", slices.Sum(slice => slice.Unexpected.Values.Sum()), 1, "");
        limits.Note("connections cut because they took nothing", readers.Cut, "");
        if (full is not null)
        {
            limits.Must(
                "readiness while the disk was full",
                full.ReadinessWhenFull == System.Net.HttpStatusCode.ServiceUnavailable,
                $"{(int)full.ReadinessWhenFull}",
                "503");
            limits.Note("writes refused then", slices[FullPart].Refused, "");
            limits.AtLeast("memories erased while the disk was full and after", slices[FullPart].Count(SoakActors.Erase), 1, "");
            limits.Below("from room to the next write and readiness", full.Recovery.TotalSeconds, 10, "s");
        }
    }

    private static ReportTable Header() =>
        new(
            "part", "memory MB", "handles", "data MB", "log lines", "searches", "p50 ms", "p99 ms", "said", "p99 ms", "adds", "p99 ms", "erasures", "p50 ms",
            "p99 ms", "507",
            "unexpected");

    private static string[] Row(int part, SoakSlice slice, double memory, int handles, double data, int logLines) =>
    [
        $"{part + 1}", $"{memory:0}", $"{handles}", $"{data:0}", $"{logLines}",
        $"{slice.Count(SoakActors.Search)}", Show(slice, SoakActors.Search, 50), Show(slice, SoakActors.Search, 99),
        $"{slice.Count(SoakActors.Say)}", Show(slice, SoakActors.Say, 99),
        $"{slice.Count(SoakActors.Add)}", Show(slice, SoakActors.Add, 99),
        $"{slice.Count(SoakActors.Erase)}", Show(slice, SoakActors.Erase, 50), Show(slice, SoakActors.Erase, 99),
        $"{slice.Refused}", $"{slice.Unexpected.Values.Sum()}",
    ];

    private static string Show(SoakSlice slice, string what, double percent) =>
        slice.Percentile(what, percent) is var value && double.IsNaN(value) ? "" : $"{value:0.0}";

    private static double Megabytes(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1e6;
}
