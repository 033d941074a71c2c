using System.Diagnostics;
using Remanence.Cli.Errors;

namespace Remanence.Cli.Processes;

/// <summary>A process that may open few files says so, instead of not finding its libraries.</summary>
public sealed class OpenFilesTests
{
    [Theory]
    [InlineData("Max open files            1024                 4096                 files", false)]
    [InlineData("Max open files            64                   256                  files", false)]
    [InlineData("Max open files            64                   255                  files", true)]
    [InlineData("Max open files            unlimited            unlimited            files", false)]
    [InlineData("Max processes             1                    1                    processes", false)]
    public void The_hard_limit_counts(string line, bool complains) =>
        (OpenFiles.Complaint($"Limit                     Soft Limit           Hard Limit           Units\n{line}\n") is not null).ShouldBe(complains);

    [Theory]
    [InlineData(64)]
    [InlineData(200)]
    public async Task Too_few_are_told_in_one_line(int files)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nothing tells of them elsewhere.");
        var start = new ProcessStartInfo("sh", ["-c", $"ulimit -n {files}; exec dotnet \"$0\" list", typeof(OpenFiles).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(ExitCodes.Usage, error);
        error.ShouldBe($"remanence: only {files} files may be open at once, and at least 256 are needed; raise the limit, such as with: ulimit -n 1024.\n");
    }
}
