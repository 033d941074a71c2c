using System.Net.Sockets;
using System.Text;

namespace Remanence.Server.Tests.Http;

public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task A_connection_beyond_the_limit_is_closed()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { HttpConcurrency = 1 });
        using var first = await AskAsync(server.Address);
        (await AnswerAsync(first)).ShouldStartWith("HTTP/1.1 200");

        using var second = await AskAsync(server.Address);

        (await AnswerAsync(second)).ShouldBeEmpty();
    }

    private static async Task<TcpClient> AskAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await client
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes($"GET /health HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> AnswerAsync(TcpClient client)
    {
        var buffer = new byte[4096];
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken));
        }
        catch (IOException)
        {
            // Closed with what it had sent unread: a reset.
            return string.Empty;
        }
    }
}
