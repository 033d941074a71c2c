using Microsoft.AspNetCore.Connections;
using Remanence.Hosting;

namespace Remanence.Server.Http;

/// <summary>
/// Cuts connections whose clients do not take what is sent to them: what waits for them lies in memory. The web server's own limit counts from a connection's
/// first byte, so that whoever read fast at first may stop for hours.
/// </summary>
internal sealed partial class UnreadAnswers(RemanenceSettings settings, TimeProvider time, ILogger<UnreadAnswers> logger)
{
    /// <summary>Connection middleware.</summary>
    public async Task WatchAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var transport = connection.Transport;
        using var output = new UnreadWriter(transport.Output, settings.HttpUnread, time, () =>
        {
            Cut(logger, settings.HttpUnread.TotalSeconds);
            connection.Abort(new ConnectionAbortedException("The client took nothing of the answer for too long."));
        });
        connection.Transport = new DuplexPipe(transport.Input, output);
        await next(connection);
    }

    [LoggerMessage(12, LogLevel.Information, "A client took nothing of its answer for {Seconds} s and was cut off")]
    private static partial void Cut(ILogger logger, double seconds);
}
