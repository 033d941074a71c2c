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
            settings => settings with { HttpUnread = TimeSpan.FromSeconds(1), LogLevel = LogLevel.Information },
            services => services.AddSingleton<ILoggerProvider>(cut));
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
            settings => settings with { HttpUnread = TimeSpan.FromSeconds(1), LogLevel = LogLevel.Information },
            services => services.AddSingleton<ILoggerProvider>(cut));
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
