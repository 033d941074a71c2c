using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Remanence.Benchmarks.Limits;
using Remanence.Benchmarks.Load;
using Remanence.Benchmarks.Peers;
using Remanence.Benchmarks.Soak;
using Remanence.Benchmarks.TaskMemory;

switch (args)
{
    case ["limits"]:
        await LimitsReport.RunAsync(Console.Out);
        return 0;
    case ["erasure"]:
        await FactErasureLimits.RunAsync(Console.Out);
        return 0;
    case ["task-memory"]:
        await TaskMemoryReport.RunAsync(Console.Out);
        return 0;
    case ["peers", var script, .. var counts]:
        return await PeersReport.RunAsync(script, counts, Console.Out);
    case ["load", var server, var script]:
        return await LoadReport.RunAsync(server, script, Console.Out);
    case ["soak", var server, var minutes, .. var disk]:
        return await new SoakReport(server, TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), disk.FirstOrDefault()).RunAsync(
            Console.Out);
    default:
        // In this process: a project generated below the repository would be held to its analyzers and its central packages.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(LimitsReport).Assembly).Run(args, config);
        return 0;
}
