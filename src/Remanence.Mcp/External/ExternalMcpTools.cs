using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Tools;

namespace Remanence.Mcp.External;

/// <summary>The tools of one server. Callers share one connection; the first one that needs it, or finds it broken, makes it anew.</summary>
internal sealed class ExternalMcpTools(ExternalMcpServer server, TimeProvider time, ILogger<ExternalMcpTools> logger)
    : ToolSource,
        IAsyncDisposable,
        IDisposable
{
    // A server that is away is not asked again by every run.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<ExternalMcpConnection>? _opening;
    private long _failedAt;
    private IReadOnlyList<AIFunction>? _tools;
    private bool _closed;

    public override string Name => server.Name;

    public override async ValueTask<IReadOnlyList<AIFunction>> GetToolsAsync(Scope? scope, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        if (Volatile.Read(ref _tools) is { } known)
        {
            return known;
        }

        try
        {
            return await ListAsync(connection, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Lost(connection, exception);
        }
    }

    /// <exception cref="ToolSourceException">The server cannot be reached, refuses the call or breaks off.</exception>
    public async Task<CallToolResult> CallAsync(string tool, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = await ConnectAsync(cancellationToken);
            try
            {
                return await connection.CallAsync(tool, arguments, cancellationToken);
            }
            catch (McpException exception) when (!connection.IsLost)
            {
                throw new ToolSourceException($"the MCP server {server.Name} refuses the call: {Printable.Line(exception.Message)}", exception);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Only a call that was surely not carried out is made again.
                var lost = Lost(connection, exception);
                if (
                    attempt > 1
                    || !(exception is HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound } || await connection.WasForgottenAsync()))
                {
                    throw lost;
                }
            }
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A connection that cannot be had need not be closed.")]
    public async ValueTask DisposeAsync()
    {
        Task<ExternalMcpConnection>? opening;
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            (_closed, opening) = (true, _opening);
        }

        await _closing.CancelAsync();
        if (opening is not null)
        {
            try
            {
                await (await opening).DisposeAsync();
            }
            catch (Exception)
            {
            }
        }

        _closing.Dispose();
    }

    private Task<ExternalMcpConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        Task<ExternalMcpConnection> opening;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_opening is null || IsOver(_opening))
            {
                // Whoever asked first may leave before it stands; the others still wait for it.
                var broken = _opening;
                _opening = Task.Run(() => OpenAsync(broken), CancellationToken.None);
            }

            opening = _opening;
        }

        return opening.WaitAsync(cancellationToken);
    }

    private bool IsOver(Task<ExternalMcpConnection> opening) =>
        opening.IsCompletedSuccessfully ? opening.GetAwaiter().GetResult().IsLost : opening.IsCompleted && time.GetElapsedTime(_failedAt) >= Pause;

    private async Task<ExternalMcpConnection> OpenAsync(Task<ExternalMcpConnection>? broken)
    {
        if (broken is { IsCompletedSuccessfully: true })
        {
            await (await broken).DisposeAsync();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        limit.CancelAfter(server.Timeout);
        ExternalMcpConnection? connection = null;
        try
        {
            connection = await ExternalMcpConnection.OpenAsync(server, () => Volatile.Write(ref _tools, null), limit.Token);
            var tools = await ListAsync(connection, limit.Token);
            ExternalMcpLog.ExternalConnected(logger, server.Name, tools.Count);
            return connection;
        }
        catch (Exception exception)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            var reason = ConnectFailures.Reason(exception, server);
            ExternalMcpLog.ExternalUnreachable(logger, server.Name, reason);
            _failedAt = time.GetTimestamp();
            throw new ToolSourceException($"the MCP server {server.Name} cannot be reached: {reason}; check external_mcp.{server.Name}.", exception);
        }
    }

    private async Task<IReadOnlyList<AIFunction>> ListAsync(ExternalMcpConnection connection, CancellationToken cancellationToken)
    {
        IReadOnlyList<AIFunction> tools = [.. (await connection.ListAsync(cancellationToken)).Select(tool => new ExternalMcpTool(this, tool))];
        Volatile.Write(ref _tools, tools);
        return tools;
    }

    private ToolSourceException Lost(ExternalMcpConnection connection, Exception exception)
    {
        connection.Lose();
        ExternalMcpLog.ExternalLost(logger, server.Name, exception.GetType().Name);
        return new ToolSourceException(
            $"the MCP server {server.Name} broke off and may or may not have done it; the next call connects to it again.",
            exception);
    }
}
