using System.ComponentModel;
using System.Diagnostics;

namespace Remanence.Server.Tests.Http;

public sealed class ThirdPartyClientTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_client_in_another_language_works()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Http", "third-party.mjs"));
        start.ArgumentList.Add(fixture.Server.Address.AbsoluteUri.TrimEnd('/'));
        using var node = Start(start);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        node.ExitCode.ShouldBe(0, await errors);
        output.Trim().ShouldBe("ok");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("node is not installed: " + exception.Message);
            throw;
        }
    }
}
