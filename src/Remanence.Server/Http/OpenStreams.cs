using System.Net;
using System.Net.Sockets;
using Remanence.Hosting;

namespace Remanence.Server.Http;

/// <summary>
/// The answers under way that have no set end: as many as <c>http.max_streams</c>, and of one address as many as <c>http.max_streams_per_client</c>.
/// </summary>
internal sealed class OpenStreams(RemanenceSettings settings)
{
    // Who has one address of a network of IPv6 has all of them.
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _byClient = [];
    private int _count;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Counts one more, until the result is disposed of.</summary>
    /// <exception cref="TooManyStreamsException">There are as many as there may be.</exception>
    public IDisposable Enter(HttpContext context)
    {
        var client = ClientOf(context.Connection.RemoteIpAddress ?? IPAddress.None);
        lock (_lock)
        {
            var own = _byClient.GetValueOrDefault(client);
            if (own >= settings.HttpMaxStreamsPerClient)
            {
                throw new TooManyStreamsException(
                    ofClient: true, $"This address has {own} streams open, which is all it may; close one, or raise http.max_streams_per_client.");
            }

            if (_count >= settings.HttpMaxStreams)
            {
                throw new TooManyStreamsException(
                    ofClient: false,
                    $"The server has {_count} streams open, which is all it may; try again later, or raise http.max_streams.");
            }

            _count++;
            _byClient[client] = own + 1;
        }

        return new Stay(this, client);
    }

    private static IPAddress ClientOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    private void Leave(IPAddress client)
    {
        lock (_lock)
        {
            _count--;
            if (--_byClient[client] == 0)
            {
                _byClient.Remove(client);
            }
        }
    }

    private sealed class Stay(OpenStreams streams, IPAddress client) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                streams.Leave(client);
            }
        }
    }
}
