using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Remanence.Server.Mcp;

/// <summary>One client's session: its transport and the server that answers it, until either ends.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TimeProvider _time;
    private readonly McpServer _server;
    private readonly Task _run;
    private int _inUse;
    private int _streaming;
    private int _disposed;
    private long _lastUsed;

    public McpSession(string id, ITransport transport, McpServer server, TimeProvider time)
    {
        (Id, Transport, _server, _time) = (id, transport, server, time);
        _lastUsed = time.GetTimestamp();
        _run = server.RunAsync(_end.Token);
    }

    public string Id { get; }

    public ITransport Transport { get; }

    /// <summary>Ends with the session.</summary>
    public CancellationToken Ended => _end.Token;

    /// <summary>How long nobody has used it; null while somebody does.</summary>
    public TimeSpan? Idle => Volatile.Read(ref _inUse) > 0 ? null : _time.GetElapsedTime(Volatile.Read(ref _lastUsed));

    /// <summary>Marks it as used until disposed of.</summary>
    public IDisposable Use()
    {
        Interlocked.Increment(ref _inUse);
        return new Usage(this);
    }

    /// <summary>Whether the caller is the first to open the session's own stream; there is one.</summary>
    public bool TryOpenStream() => Interlocked.Exchange(ref _streaming, 1) == 0;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // The transport first: what waits for a message gets its end, and nothing new arrives.
        await Transport.DisposeAsync();
        await _end.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        _end.Dispose();
    }

    private sealed class Usage(McpSession session) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                Volatile.Write(ref session._lastUsed, session._time.GetTimestamp());
                Interlocked.Decrement(ref session._inUse);
            }
        }
    }
}
