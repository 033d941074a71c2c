using System.Diagnostics;

namespace Remanence.Architecture.Tests;

/// <summary>What is shown works: each sample runs to its end, without a key and without network, and has something to say.</summary>
public sealed class SampleRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // One asks a model that somebody has to run, the other is a library.
    private static readonly string[] NotAlone = ["03-chat", "07-memory-service"];

    public static TheoryData<string> Programs()
    {
        var names = Repository.Projects("samples").Select(project => Path.GetFileNameWithoutExtension(project)!);
        return [.. names.Except(NotAlone, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_sample_runs_and_says_something(string sample)
    {
        var assembly = Repository.AssemblyOf(Path.Combine(Repository.Root, "samples", sample, sample + ".csproj"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly + ".dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Directory.CreateTempSubdirectory("remanence-sample-").FullName,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);

            process.ExitCode.ShouldBe(0, await complained);
            (await said).ShouldNotBeNullOrWhiteSpace();
            (await complained).ShouldBeEmpty();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            Directory.Delete(start.WorkingDirectory, recursive: true);
        }
    }
}
