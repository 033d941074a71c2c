using System.Globalization;
using System.Runtime.CompilerServices;
using Remanence.Cli.Connections;
using Remanence.Diagnostics;
using Remanence.Services;

namespace Remanence.Cli.Doctor;

/// <summary>The checks of a server.</summary>
internal static class ServerChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async IAsyncEnumerable<CheckResult> RunAsync(Uri url, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = url, Timeout = Patience };
        var live = await AskAsync(client, "live", "health", "start the server, or correct --url", time, cancellationToken);
        yield return live;
        if (live.Outcome == CheckOutcome.Fail)
        {
            yield break;
        }

        yield return await AskAsync(client, "ready", "health/ready", "look into the server's log; the store may be unavailable", time, cancellationToken);
        yield return await WorkspacesAsync(url, cancellationToken);
    }

    private static async Task<CheckResult> AskAsync(
        HttpClient client, string name, string path, string remedy, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var start = time.GetTimestamp();
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            var took = string.Create(CultureInfo.InvariantCulture, $"in {time.GetElapsedTime(start).TotalMilliseconds:0} ms");
            return response.IsSuccessStatusCode
                ? CheckResult.Ok(name, $"{client.BaseAddress}{path} answers {took}")
                : CheckResult.Fail(name, $"{client.BaseAddress}{path} answers {(int)response.StatusCode} {took}", remedy);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return CheckResult.Fail(name, $"{client.BaseAddress}{path} does not answer: {HttpReason.Of(e)}", remedy);
        }
    }

    private static async Task<CheckResult> WorkspacesAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var connection = RemoteConnection.Open(url);
        try
        {
            var workspaces = await connection.Require<IMemoryWorkspaces>().ListWorkspacesAsync(cancellationToken);
            return CheckResult.Ok("workspaces", $"{workspaces.Count}, with {workspaces.Sum(workspace => workspace.Memories)} memories");
        }
        catch (Exception e) when (e is RemanenceException or HttpRequestException)
        {
            return CheckResult.Fail("workspaces", $"cannot be listed: {e.Message}", "check that the address is a Remanence server's");
        }
    }
}
