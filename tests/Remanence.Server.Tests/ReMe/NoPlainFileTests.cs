using System.Diagnostics;
using System.Net;

namespace Remanence.Server.Tests.ReMe;

/// <summary>What lies in a folder for libraries under a library's name and is no file: nothing waits for it, and it is refused.</summary>
public sealed class NoPlainFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mkfifo", "$0", "not a file")]
    [InlineData("ln", "-s /dev/zero $0", "a symbolic link leads out of it")]
    [InlineData("mkdir", "$0", "it is a folder")]
    [InlineData("ln", "-s w.jsonl $0", "does not lie in a folder for libraries")]
    public async Task Is_refused_at_once(string command, string arguments, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are none on Windows.");
        using (var making = Process.Start(new ProcessStartInfo("sh", ["-c", $"{command} {arguments}", _folder["w.jsonl"]]))!)
        {
            await making.WaitForExitAsync(Token);
            making.ExitCode.ShouldBe(0);
        }

        await using var server = await RunningServer.StartAsync(settings => settings with { LibraryPaths = [_folder.Path] });
        using var response = await server.Client.PostAsync(
            new Uri("/vector_store", UriKind.Relative), Wire.Json($$"""{"workspace_id":"w","action":"load","path":"{{_folder.Path}}"}"""), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain(reason);
    }
}
