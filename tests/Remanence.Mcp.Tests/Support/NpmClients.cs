using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Remanence.Mcp.Tests.Support;

/// <summary>
/// The clients from npm, installed once a lock file into a folder of the user's cache. Without npm or its registry their tests are skipped, in CI they fail.
/// </summary>
internal static class NpmClients
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Clients");
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Runs a script of <c>Clients</c>, or a program that a package brought.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> NodeAsync(string script, params IEnumerable<string> arguments)
    {
        string folder;
        try
        {
            folder = await Installed.Value;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("npm's clients are not here: " + exception.Message);
            throw;
        }

        return await RunAsync("node", folder, [Path.Combine(folder, script), .. arguments]);
    }

    private static async Task<string> InstallAsync()
    {
        var files = Directory.GetFiles(Source);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. files.Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)]))[..16];
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Path.Combine(cache, "remanence", "mcp-clients-" + hash);
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
        {
            return folder;
        }

        // Put together beside it and moved, so that two test runs do not find half of it.
        var draft = folder + "-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Directory.CreateDirectory(draft);
        foreach (var file in files)
        {
            File.Copy(file, Path.Combine(draft, Path.GetFileName(file)));
        }

        var (exitCode, _, error) = await RunAsync("npm", draft, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        if (exitCode != 0)
        {
            Directory.Delete(draft, recursive: true);
            throw new IOException("npm ci failed: " + error);
        }

        await File.WriteAllTextAsync(Path.Combine(draft, "installed"), string.Empty);
        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (File.Exists(done))
        {
            Directory.Delete(draft, recursive: true);
        }

        return folder;
    }

    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var token = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, output, await error);
    }
}
