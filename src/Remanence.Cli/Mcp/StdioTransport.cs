using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Remanence.Cli.Mcp;

/// <summary>
/// Messages as lines of two streams. Unlike the SDK's, it answers a line that is no message, and an input that ends with its last request still gets the
/// answers: <c>printf … | remanence mcp</c> works. The streams stay the caller's.
/// </summary>
internal sealed class StdioTransport : ITransport
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly Channel<JsonRpcMessage> _messages = Channel.CreateBounded<JsonRpcMessage>(16);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Unanswered _unanswered = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Stream _output;
    private readonly Task _reading;

    public StdioTransport(Stream input, Stream output, long maxLine)
    {
        _output = output;
        _reading = ReadAsync(new LineReader(input, maxLine));
    }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _messages.Reader;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(message, MessageType);
            byte[] ended = [.. line, (byte)'\n'];
            await WriteAsync(ended, cancellationToken);
        }
        finally
        {
            if (message is JsonRpcResponse or JsonRpcError)
            {
                _unanswered.Remove(((JsonRpcMessageWithId)message).Id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync(LineReader lines)
    {
        try
        {
            while (await lines.ReadAsync(_stop.Token) is { } line)
            {
                if (!(line is { IsTooLong: false } && line.Bytes.Span.Trim(" \t\r"u8).IsEmpty) && await ParseAsync(line) is { } message)
                {
                    Note(message);
                    await _messages.Writer.WriteAsync(message, _stop.Token);
                }
            }

            await _unanswered.NoneAsync(_stop.Token);
        }
        catch (IOException)
        {
            // The other side has gone, which is the end of the input.
        }
        finally
        {
            _messages.Writer.TryComplete();
        }
    }

    private async Task<JsonRpcMessage?> ParseAsync(Line line)
    {
        var (code, why) = (McpErrorCode.ParseError, "The line is longer than a message may be; see http.max_body_mb.");
        try
        {
            if (!line.IsTooLong)
            {
                return JsonSerializer.Deserialize(line.Bytes.Span, MessageType) ?? throw new JsonException();
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            (code, why) = line.Bytes.Span.TrimStart(" \t"u8).StartsWith("["u8)
                ? (McpErrorCode.InvalidRequest, "Batches are not part of the protocol any more; send each message on a line of its own.")
                : (McpErrorCode.ParseError, "The line is no JSON-RPC message.");
        }

        // An error that belongs to no request; the SDK's error type has no null id.
        var error = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject { ["code"] = (int)code, ["message"] = why } };
        await WriteAsync(System.Text.Encoding.UTF8.GetBytes(error.ToJsonString() + "\n"), _stop.Token);
        return null;
    }

    private void Note(JsonRpcMessage message)
    {
        if (message is JsonRpcRequest request)
        {
            _unanswered.Add(request.Id);
        }
        else if (
            message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: JsonObject cancelled }
            && cancelled["requestId"] is JsonValue id)
        {
            // What is cancelled gets no answer.
            _unanswered.Remove(id.TryGetValue<long>(out var number) ? new RequestId(number) : new RequestId(id.ToString()));
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // Whole or not at all: half a line would spoil the next.
            await _output.WriteAsync(line, CancellationToken.None);
            await _output.FlushAsync(CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }
}
