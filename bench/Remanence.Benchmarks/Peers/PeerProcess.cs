using System.Diagnostics;
using System.Globalization;
using Remanence.Benchmarks.Measuring;

namespace Remanence.Benchmarks.Peers;

/// <summary>The Python process that holds the peers' indexes; it answers one line to each line that it reads.</summary>
internal sealed class PeerProcess : IDisposable
{
    // The Debian packages belong to Debian's own interpreter.
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>Which build of FAISS answers: how it was compiled decides how fast it is.</summary>
    public string Faiss { get; private set; } = "";

    public string[] Names { get; private set; } = [];

    public static async Task<PeerProcess> StartAsync(string script, string folder, int dimensions, int top, int core)
    {
        var start = new ProcessStartInfo(Python) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { script, folder, $"{dimensions}", $"{top}", $"{core}" })
        {
            start.ArgumentList.Add(argument);
        }

        var peers = new PeerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start."));
        var said = (await peers.ReadAsync()).Split('\t');
        (peers.Faiss, peers.Names) = (said[0], said[1..]);
        return peers;
    }

    public async Task<Latencies> MeasureAsync(string name, Latencies latencies)
    {
        foreach (var milliseconds in (await AskAsync($"measure\t{name}")).Split(' '))
        {
            latencies.Add(double.Parse(milliseconds, CultureInfo.InvariantCulture));
        }

        return latencies;
    }

    public async Task<double> RecallAsync(string name) => double.Parse(await AskAsync($"recall\t{name}"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        // It ends with its input.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    private async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("peers.py ended early; what it said stands above.");
}
