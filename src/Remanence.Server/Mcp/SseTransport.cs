using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Remanence.Server.Mcp;

/// <summary>
/// A session's stream that knows how many requests it owes an answer. A post is accepted at once and its answer goes over the stream: a client that posts and
/// does not read would have answers without end kept for it. So many are under way at a time; a further post waits.
/// </summary>
internal sealed class SseTransport(Stream output, string messages, string id) : ITransport
{
    private const int MostUnderWay = 16;
    private static readonly JsonTypeInfo<RequestId> RequestIdType = (JsonTypeInfo<RequestId>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(RequestId));

    private readonly SseResponseStreamTransport _inner = new(output, messages, id);
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestId, IDisposable> _underWay = [];
    private readonly TaskCompletionSource _runs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _places = new(MostUnderWay, MostUnderWay);

    public string? SessionId => _inner.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => _inner.MessageReader;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var run = _inner.RunAsync(cancellationToken);
        _runs.TrySetResult();
        await run;
    }

    /// <summary>Hands a message to the session.</summary>
    /// <param name="message">The message.</param>
    /// <param name="count">Counts an answer among all that the server has under way, until the result is disposed of; asked for a request.</param>
    /// <param name="ended">The end of the session.</param>
    /// <param name="cancellationToken">Gives up waiting for a place.</param>
    /// <exception cref="McpErrorException">The request has the id of another that is under way.</exception>
    public async Task ReceiveAsync(JsonRpcMessage message, Func<IDisposable> count, CancellationToken ended, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended);

        // A client may post as soon as it has read the address, which is the stream's first word.
        await _runs.Task.WaitAsync(stop.Token);
        if (message is JsonRpcRequest request)
        {
            await _places.WaitAsync(stop.Token);
            Begin(request.Id, count);
        }
        else if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled
            && cancelled.Params?["requestId"] is { } withdrawn)
        {
            // A request that is taken back gets no answer.
            Finish(withdrawn.Deserialize(RequestIdType));
        }

        await _inner.OnMessageReceivedAsync(message, cancellationToken);
    }

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            // Who takes a request back does not take back what is half written: the stream is the session's, and a write that is stopped ends the connection.
            cancellationToken.ThrowIfCancellationRequested();
            await _inner.SendMessageAsync(message, CancellationToken.None);
        }
        finally
        {
            if (message is JsonRpcResponse or JsonRpcError)
            {
                Finish(((JsonRpcMessageWithId)message).Id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _inner.DisposeAsync();
        RequestId[] left;
        lock (_lock)
        {
            left = [.. _underWay.Keys];
        }

        foreach (var request in left)
        {
            Finish(request);
        }
    }

    private void Begin(RequestId id, Func<IDisposable> count)
    {
        try
        {
            lock (_lock)
            {
                if (_underWay.ContainsKey(id))
                {
                    throw new McpErrorException(
                        StatusCodes.Status400BadRequest,
                        McpErrorCode.InvalidRequest,
                        "Another request of this id is under way in the session; give each its own.");
                }

                _underWay.Add(id, count());
            }
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    private void Finish(RequestId id)
    {
        IDisposable? counted;
        lock (_lock)
        {
            if (!_underWay.Remove(id, out counted))
            {
                return;
            }
        }

        counted.Dispose();
        _places.Release();
    }
}
