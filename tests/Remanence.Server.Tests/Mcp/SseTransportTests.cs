using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Remanence.Server.Mcp;

namespace Remanence.Server.Tests.Mcp;

/// <summary>A session over the older transport: what is taken back, and how many requests are under way.</summary>
public sealed class SseTransportTests : IAsyncDisposable
{
    private const int MostUnderWay = 16;

    private readonly HeldStream _output = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SseTransport _transport;
    private readonly Task _run;
    private readonly Task _reading;
    private int _counted;

    public SseTransportTests()
    {
        _transport = new SseTransport(_output, "/messages", "session");
        _run = _transport.RunAsync(_end.Token);
        _reading = ReadAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _output.Go();
        await _end.CancelAsync();
        await _transport.DisposeAsync();
        await Task.WhenAll(_run, _reading).ContinueWith(_ => { }, TaskScheduler.Default);
        _end.Dispose();
    }

    [Fact]
    public async Task A_request_that_is_taken_back_does_not_stop_what_is_half_written()
    {
        await _output.Wrote.WaitAsync(Token);
        _output.Hold();
        using var taken = new CancellationTokenSource();
        var sending = _transport.SendMessageAsync(Answer(1), taken.Token);
        await _output.Held.WaitAsync(Token);
        await taken.CancelAsync();
        _output.Go();
        await sending.WaitAsync(Token);
        await Should.ThrowAsync<OperationCanceledException>(_transport.SendMessageAsync(Answer(2), taken.Token));
        await _transport.SendMessageAsync(Answer(3), Token);
        _output.WasStopped.ShouldBeFalse();
        _run.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task So_many_requests_are_under_way_and_a_further_one_waits_for_its_turn()
    {
        for (var id = 1; id <= MostUnderWay; id++)
        {
            await PostAsync(Request(id)).WaitAsync(Token);
        }

        var (answered, withdrawn) = (PostAsync(Request(101)), PostAsync(Request(102)));
        (answered.IsCompleted || withdrawn.IsCompleted).ShouldBeFalse();
        _counted.ShouldBe(MostUnderWay);

        // An answer makes room for one; a request that is taken back for another.
        await _transport.SendMessageAsync(Answer(7), Token);
        await Task.WhenAny(answered, withdrawn).WaitAsync(Token);
        (answered.IsCompleted && withdrawn.IsCompleted).ShouldBeFalse();
        await PostAsync(new JsonRpcNotification { Method = NotificationMethods.CancelledNotification, Params = new JsonObject { ["requestId"] = 3 } });
        await Task.WhenAll(answered, withdrawn).WaitAsync(Token);
        _counted.ShouldBe(MostUnderWay);
    }

    private static JsonRpcRequest Request(int id) => new() { Id = new RequestId(id), Method = "ping" };

    private static JsonRpcResponse Answer(int id) => new() { Id = new RequestId(id), Result = new JsonObject() };

    private Task PostAsync(JsonRpcMessage message) => _transport.ReceiveAsync(
        message,
        () =>
        {
            Interlocked.Increment(ref _counted);
            return new Counted(() => Interlocked.Decrement(ref _counted));
        },
        CancellationToken.None,
        Token);

    private async Task ReadAsync()
    {
        await foreach (var _ in _transport.MessageReader.ReadAllAsync(CancellationToken.None))
        {
        }
    }

    private sealed class Counted(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
