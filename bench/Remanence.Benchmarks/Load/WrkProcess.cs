using System.Diagnostics;
using System.Globalization;

namespace Remanence.Benchmarks.Load;

/// <summary>The load generator wrk with a script that ends with one line of numbers.</summary>
internal static class WrkProcess
{
    public const int Connections = 16;
    private const string Path = "/v1/workspaces/load/search";

    public static async Task<LoadResult> RunAsync(Uri server, string script, string queries, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (
            var argument in new[] { "-t2", $"-c{Connections}", $"-d{seconds}s", "--latency", "-s", script, new Uri(server, Path).ToString(), "--", queries })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith("result ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk ended with {process.ExitCode} and said no result: {output}");
        var numbers = line.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new LoadResult(numbers[0], numbers[1], numbers[2], (int)numbers[3]);
    }
}
