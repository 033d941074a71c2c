using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Remanence.Cli.Errors;
using Remanence.Diagnostics;

namespace Remanence.Cli.Processes;

/// <summary>A process that may open few files says so, instead of not finding its libraries.</summary>
public sealed class OpenFilesTests
{
    [Theory]
    [InlineData("Max open files            1024                 4096                 files", false)]
    [InlineData("Max open files            64                   320                  files", false)]
    [InlineData("Max open files            64                   319                  files", true)]
    [InlineData("Max open files            unlimited            unlimited            files", false)]
    [InlineData("Max processes             1                    1                    processes", false)]
    public void The_hard_limit_counts(string line, bool complains) =>
        (OpenFiles.Complaint(OpenFileLimit.Most($"Limit                     Soft Limit           Hard Limit           Units\n{line}\n")) is not null)
            .ShouldBe(complains);

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
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
        error.ShouldBe($"remanence: only {files} files may be open at once, and at least 320 are needed; raise the limit, such as with: ulimit -n 1024.\n");
    }

    [Fact]
    public async Task A_server_outlives_more_connections_than_it_may_have_files()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nothing tells of them elsewhere.");
        var token = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("remanence-files-");
        var command = $"ulimit -n 320; exec dotnet exec \"$0\" serve data.path={folder.FullName} http.port=0";
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command, typeof(OpenFiles).Assembly.Location])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var held = new List<TcpClient>();
        try
        {
            var line = (await process.StandardOutput.ReadLineAsync(token)).ShouldNotBeNull();
            var address = new Uri(line["Remanence listens on ".Length..]);
            for (var i = 0; i < 400; i++)
            {
                held.Add(await AskAsync(address));
            }

            held.ForEach(client => client.Dispose());
            using var http = new HttpClient();
            while (!await IsHealthyAsync(http, address))
            {
                process.HasExited.ShouldBeFalse();
            }
        }
        finally
        {
            held.ForEach(client => client.Dispose());
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TcpClient> AskAsync(Uri address)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes($"GET /v1/workspaces HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"),
                TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // One too many is closed; whether the server lives is asked afterwards.
        }

        return client;
    }

    // Until connections are given back, new ones are closed.
    private static async Task<bool> IsHealthyAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health"), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
