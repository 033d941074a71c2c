using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Remanence.Server.Http;

/// <summary>
/// Accepts no more connections at once than there may be open files for. Kestrel closes those beyond its own limit, but only once they are accepted, and a
/// burst of them would take the files that the process needs to live. What is not accepted waits at the system's door.
/// </summary>
internal sealed class BoundedListeners(long most, IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
    : IConnectionListenerFactory, IDisposable
{
    private readonly SocketTransportFactory _sockets = new(options, loggers);
    private readonly SemaphoreSlim _free = new((int)Math.Min(most, int.MaxValue));

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), _free);

    public void Dispose() => _free.Dispose();

    private sealed class Listener(IConnectionListener inner, SemaphoreSlim free) : IConnectionListener
    {
        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _unbound.Token);
                await free.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (_unbound.IsCancellationRequested)
            {
                // As one that waits for a connection ends when the listening does.
                return null;
            }

            var accepted = await AcceptOrFreeAsync(cancellationToken);
            accepted?.ConnectionClosed.Register(Free);
            return accepted;
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _unbound.CancelAsync();
            await inner.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            _unbound.Dispose();
        }

        private void Free()
        {
            try
            {
                free.Release();
            }
            catch (ObjectDisposedException)
            {
                // Nobody accepts any more.
            }
        }

        private async ValueTask<ConnectionContext?> AcceptOrFreeAsync(CancellationToken cancellationToken)
        {
            ConnectionContext? accepted = null;
            try
            {
                return accepted = await inner.AcceptAsync(cancellationToken);
            }
            finally
            {
                if (accepted is null)
                {
                    Free();
                }
            }
        }
    }
}
