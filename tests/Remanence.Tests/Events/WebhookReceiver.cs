using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Remanence.Tests.Events;

/// <summary>A receiver on this machine that answers, or does not, as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Request> _requests = [];
    private readonly Func<int, HttpListenerContext, Task<int>> _answer;
    private readonly Task _loop;

    public WebhookReceiver(Func<int, HttpListenerContext, Task<int>> answer)
    {
        _answer = answer;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook/");
        }

        _listener.Prefixes.Add(Url.AbsoluteUri);
        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public Uri Url { get; }

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Abort();
        await _loop;
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        int number;
        lock (_lock)
        {
            number = _requests.Count;
            var headers = context.Request.Headers;
            _requests.Add(new Request(headers["webhook-id"]!, long.Parse(headers["webhook-timestamp"]!), headers["webhook-signature"]!, body.ToArray()));
        }

        var status = await _answer(number, context);
        try
        {
            context.Response.StatusCode = status;
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The sender has gone.
        }
    }

    internal sealed record Request(string Id, long Timestamp, string Signature, byte[] Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public IEnumerable<string> Contents =>
            Json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("memory").GetProperty("content").GetString()!);
    }
}
