using System.Diagnostics;
using System.Text;

namespace Remanence.Cli.Processes;

/// <summary>The program as a process of its own.</summary>
internal sealed class CliProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private CliProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static CliProcess Start(params string[] args) => StartIn(Environment.CurrentDirectory, args);

    /// <summary>Starts it in a folder, which relative paths then count from.</summary>
    public static CliProcess StartIn(string folder, params IEnumerable<string> args)
    {
        var process = Open(folder, args);
        process.EndInput();
        return process;
    }

    /// <summary>Starts it with another folder for what is kept for a moment, and with an input.</summary>
    public static CliProcess StartWithTemporaryFolder(string folder, params string[] args) => Open(Environment.CurrentDirectory, args, ("TMPDIR", folder));

    /// <summary>Starts it with an input that is written with <see cref="WriteLineAsync"/>.</summary>
    public static CliProcess StartWithInput(params string[] args) => Open(Environment.CurrentDirectory, args);

    private static CliProcess Open(string folder, IEnumerable<string> args, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Remanence.Cli.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    public async Task<string?> ReadLineAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(limit.Token);
    }

    public async Task<(int ExitCode, string Out, string Error)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await output, await error);
    }

    /// <summary>Sends a signal, as a service manager does.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
