using System.Security.Cryptography;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Remanence.Hosting;
using Remanence.Mcp;

namespace Remanence.Server.Mcp;

/// <summary>
/// The sessions by id, as many as <c>mcp.max_sessions</c>. One that nobody has used for <c>mcp.session_idle_s</c> ends; when there is no room, the one that has
/// been idle the longest makes some. Its client is told that it is gone and begins a new one.
/// </summary>
internal sealed class McpSessions : IAsyncDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly MemoryMcp _mcp;
    private readonly TimeProvider _time;
    private readonly int _max;
    private readonly TimeSpan _idle;
    private readonly ITimer _timer;

    public McpSessions(MemoryMcp mcp, RemanenceSettings settings, TimeProvider time)
    {
        (_mcp, _time, _max, _idle) = (mcp, time, settings.McpMaxSessions, settings.McpSessionIdle);
        var pause = _idle < Sweep ? _idle : Sweep;
        _timer = time.CreateTimer(_ => _ = EndIdleAsync(), null, pause, pause);
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>An id that nobody guesses.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public McpSession? Find(string id)
    {
        lock (_lock)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }

    /// <summary>Begins a session.</summary>
    /// <exception cref="McpErrorException">There are as many as there may be, and all are in use.</exception>
    public async Task<McpSession> StartAsync(string id, ITransport transport)
    {
        var session = new McpSession(id, transport, _mcp.CreateServer(transport), _time);
        McpSession? over;
        lock (_lock)
        {
            over = _sessions.Count < _max ? null : _sessions.Values.Where(known => known.Idle is not null).MaxBy(known => known.Idle) ?? session;
            if (over is not null && over != session)
            {
                _sessions.Remove(over.Id);
            }

            if (over != session)
            {
                _sessions.Add(id, session);
            }
        }

        if (over is not null)
        {
            await over.DisposeAsync();
        }

        return over != session
            ? session
            : throw new McpErrorException(
                StatusCodes.Status503ServiceUnavailable,
                McpErrorCode.InternalError,
                $"There are {_max} sessions, all in use; try again later, or raise mcp.max_sessions.");
    }

    public async Task EndAsync(McpSession session)
    {
        lock (_lock)
        {
            _sessions.Remove(session.Id);
        }

        await session.DisposeAsync();
    }

    public async Task EndAllAsync()
    {
        McpSession[] all;
        lock (_lock)
        {
            all = [.. _sessions.Values];
        }

        await Task.WhenAll(all.Select(EndAsync));
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await EndAllAsync();
    }

    private async Task EndIdleAsync()
    {
        McpSession[] idle;
        lock (_lock)
        {
            idle = [.. _sessions.Values.Where(session => session.Idle >= _idle)];
        }

        await Task.WhenAll(idle.Select(EndAsync));
    }
}
