using System.Net.Sockets;
using System.Text;

namespace Remanence.Benchmarks.Soak;

/// <summary>Connections that ask for a stream of changes, or for all that there is, and take nothing of it; one that is cut comes again.</summary>
internal sealed class SlowReaders(Uri server, int count)
{
    private const int Tcp = 6;
    private const int TcpInfo = 11;
    private int _cut;

    /// <summary>How often the server cut one.</summary>
    public int Cut => _cut;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(i => IgnoreAsync(i, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task IgnoreAsync(int number, CancellationToken cancellationToken)
    {
        var request = number % 2 == 0
            ? $"GET /v1/workspaces/soak-{number / 2 % 4}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nLast-Event-ID: 0\r\n\r\n"
            : $"GET /v1/workspaces/soak-{number / 2 % 4}/memories?limit=1000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        while (true)
        {
            // A small window, so that it is soon full.
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
            await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
            for (var i = 0; i < (number % 2 == 0 ? 1 : 50); i++)
            {
                await socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
            }

            while (!IsCut(socket))
            {
                await Task.Delay(500, cancellationToken);
            }

            Interlocked.Increment(ref _cut);
        }
    }

    // Reads nothing: Linux tells the state of a connection in the first byte of TCP_INFO, and 1 is an open one.
    private static bool IsCut(Socket socket)
    {
        Span<byte> state = stackalloc byte[1];
        return socket.GetRawSocketOption(Tcp, TcpInfo, state) != 1 || state[0] != 1;
    }
}
