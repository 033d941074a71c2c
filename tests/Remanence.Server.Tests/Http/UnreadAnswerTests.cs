using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Server.Http;

namespace Remanence.Server.Tests.Http;

/// <summary>Clients that ask for much and read nothing of it.</summary>
public sealed class UnreadAnswerTests
{
    private const int Messages = 320;
    private const int Characters = 25_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/v1/workspaces/w/events?after=0")]
    [InlineData("POST", "/v1/workspaces/w/export")]
    public async Task A_client_that_reads_nothing_is_cut_off(string method, string path)
    {
        using var cut = new Line("took nothing");
        await using var server = await RunningServer.StartAsync(
            settings => settings with { HttpUnread = TimeSpan.FromSeconds(1), LogLevel = LogLevel.Information }, services => services.AddSingleton<ILoggerProvider>(cut));
        await FillAsync(server.Client);
        using var client = await AskAsync(server.Address, method, path);

        await cut.Written;

        var streams = server.Services.GetRequiredService<OpenStreams>();
        while (streams.Count > 0)
        {
            await Task.Yield();
        }

        client.Connected.ShouldBeTrue();
        (await server.Client.GetAsync(new Uri("/health", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_that_reads_slowly_gets_everything()
    {
        using var cut = new Line("took nothing");
        await using var server = await RunningServer.StartAsync(
            settings => settings with { HttpUnread = TimeSpan.FromSeconds(1), LogLevel = LogLevel.Information }, services => services.AddSingleton<ILoggerProvider>(cut));
        await FillAsync(server.Client);
        using var response = await server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/workspaces/w/export", UriKind.Relative)), HttpCompletionOption.ResponseHeadersRead, Token);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var read = 0L;
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, Token) is > 0 and var some)
        {
            read += some;
        }

        read.ShouldBeGreaterThan((long)Messages * Characters);
        cut.Written.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 1000, 429)]
    [InlineData(100, 1, 503)]
    public async Task A_stream_too_many_is_refused_until_one_ends(int ofClient, int inAll, int status)
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { HttpMaxStreamsPerClient = ofClient, HttpMaxStreams = inAll });
        await server.Client.PostAsync("/v1/workspaces/w/messages", """{"messages":[{"role":"user","content":"heron"}]}""");
        var events = new Uri("/v1/workspaces/w/events", UriKind.Relative);
        var first = await server.Client.GetAsync(events, HttpCompletionOption.ResponseHeadersRead, Token);

        using var refused = await server.Client.GetAsync(events, HttpCompletionOption.ResponseHeadersRead, Token);
        (await refused.ReadProblemAsync(status)).GetProperty("type").GetString().ShouldBe("urn:remanence:problem:too-many-streams");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        using (var export = await server.Client.PostAsync(new Uri("/v1/workspaces/w/export", UriKind.Relative), null, Token))
        {
            await export.ReadProblemAsync(status);
        }

        first.Dispose();
        var streams = server.Services.GetRequiredService<OpenStreams>();
        while (streams.Count > 0)
        {
            await Task.Yield();
        }

        using var again = await server.Client.GetAsync(events, HttpCompletionOption.ResponseHeadersRead, Token);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_client_of_the_older_MCP_transport_that_posts_and_reads_nothing_has_few_answers_kept_for_it()
    {
        const int wanted = 60;
        await using var server = await RunningServer.StartAsync();
        await FillAsync(server.Client);
        using var client = await AskAsync(server.Address, "GET", "/sse");
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8, false, bufferSize: 256);
        string? line;
        do
        {
            line = await reader.ReadLineAsync(Token);
        }
        while (line?.StartsWith("data: /messages", StringComparison.Ordinal) != true);
        var address = new Uri(line["data: ".Length..], UriKind.Relative);
        await PostAsync("""{"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}""");
        await PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");

        var posts = Enumerable.Range(0, wanted).Select(i => PostAsync(
            $$$"""{"jsonrpc":"2.0","id":{{{i}}},"method":"tools/call","params":{"name":"list_memories","arguments":{"workspace":"w","limit":100} } }""")).ToList();
        var streams = server.Services.GetRequiredService<OpenStreams>();
        while (streams.Count < 16)
        {
            await Task.Yield();
        }

        (await server.Client.GetAsync(new Uri("/health", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        streams.Count.ShouldBeLessThanOrEqualTo(16);
        posts.Count(post => post.IsCompleted).ShouldBeLessThan(wanted);

        // Who reads gets all.
        var answered = 0;
        while (answered < wanted)
        {
            var read = (await reader.ReadLineAsync(Token)).ShouldNotBeNull();
            answered += read.StartsWith("data: {", StringComparison.Ordinal) && read.Contains("\"isError\"", StringComparison.Ordinal) ? 1 : 0;
        }

        await Task.WhenAll(posts);
        while (streams.Count > 0)
        {
            await Task.Yield();
        }

        async Task PostAsync(string json)
        {
            using var answer = await server.Client.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_request_that_an_MCP_client_takes_back_holds_no_place()
    {
        await using var server = await RunningServer.StartAsync();
        using var response = await server.Client.GetAsync(new Uri("/sse", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        await reader.ReadLineAsync(Token);
        var address = new Uri((await reader.ReadLineAsync(Token))!["data: ".Length..], UriKind.Relative);
        var streams = server.Services.GetRequiredService<OpenStreams>();
        for (var i = 0; i < 40; i++)
        {
            foreach (var json in new[]
            {
                $$$"""{"jsonrpc":"2.0","id":{{{i}}},"method":"tools/call","params":{"name":"react","arguments":{"query":"x"} } }""",
                $$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{{{i}}} } }""",
            })
            {
                using var answer = await server.Client.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Token);
                answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            }
        }

        while (streams.Count > 0)
        {
            await Task.Yield();
        }
    }

    private static async Task FillAsync(HttpClient client)
    {
        var text = "heron " + new string('x', Characters);
        for (var i = 0; i < Messages; i += 32)
        {
            var messages = Enumerable.Range(i, 32).Select(number => $$"""{"role":"user","content":"{{number}} {{text}}"}""");
            await client.PostAsync("/v1/workspaces/w/messages", $$"""{"messages":[{{string.Join(',', messages)}}]}""");
        }
    }

    private static async Task<TcpClient> AskAsync(Uri address, string method, string path)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(address.Host, address.Port, Token);
        var request = $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: 0\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        return client;
    }

    private sealed class Line(string text) : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains(text, StringComparison.Ordinal))
            {
                _written.TrySetResult();
            }
        }

        public void Dispose()
        {
        }
    }
}
