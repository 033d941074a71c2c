using Remanence.Cli.Connections;
using Remanence.Cli.Invocation;

namespace Remanence.Cli.Support;

/// <summary>Runs commands in this process over a data folder of its own.</summary>
internal sealed class TestCli : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string DataPath => Path.Combine(_folder.Path, "data");

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Runs a command over the data folder.</summary>
    public Task<CliResult> RunAsync(params string[] args) => RunAsync(new TestConsole(), args);

    public Task<CliResult> RunAsync(TestConsole console, params string[] args)
    {
        var end = Array.IndexOf(args, "--");
        var at = end < 0 ? args.Length : end;
        return RunBareAsync(console, [.. args[..at], "data.path=" + DataPath, .. args[at..]]);
    }

    /// <summary>Runs a command line as it stands.</summary>
    public async Task<CliResult> RunBareAsync(TestConsole console, string[] args, CancellationToken? cancellationToken = null)
    {
        var context = new CliContext(console, name => Environment.GetValueOrDefault(name), Time);
        var code = await RemanenceCommandLine.RunAsync(context, args, cancellationToken ?? TestContext.Current.CancellationToken);
        return new CliResult(code, console.OutText, console.ErrorText);
    }

    /// <summary>Writes a file beside the data folder.</summary>
    public string File(string name, string content)
    {
        var path = PathOf(name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public void Dispose() => _folder.Dispose();
}
