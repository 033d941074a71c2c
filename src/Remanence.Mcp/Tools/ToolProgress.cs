using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Remanence.Mcp.Tools;

/// <summary>Tells a client how far a call is, if it gave a token to be told with.</summary>
internal sealed class ToolProgress(McpServer server, ProgressToken? token, TimeProvider time)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    private int _steps;

    public bool IsWanted => token is not null;

    public async Task ReportAsync(string message, CancellationToken cancellationToken)
    {
        if (token is { } known)
        {
            var value = new ProgressNotificationValue { Progress = Interlocked.Increment(ref _steps), Message = message };
            await server.NotifyProgressAsync(known, value, cancellationToken: cancellationToken);
        }
    }

    /// <summary>Reports once a second while something that says nothing itself is waited for.</summary>
    public async Task<T> WaitAsync<T>(Task<T> work, string message, CancellationToken cancellationToken)
    {
        while (IsWanted && !work.IsCompleted)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (await Task.WhenAny(work, Task.Delay(Pulse, time, pause.Token)) != work && !cancellationToken.IsCancellationRequested)
            {
                await ReportAsync(message, cancellationToken);
            }
            else if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await pause.CancelAsync();
        }

        return await work;
    }
}
