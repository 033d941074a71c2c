using System.Threading.Channels;
using Remanence.Hosting;
using Remanence.Server.Http;

namespace Remanence.Server.Mcp;

/// <summary>
/// The older transport, which ReMe's clients use: a stream at <c>/sse</c> that begins with the address to post messages to. The session is the stream.
/// </summary>
internal sealed class McpSseEndpoint(McpSessions sessions, OpenStreams streams, RemanenceSettings settings, IHostApplicationLifetime lifetime)
{
    private const string SessionId = "session_id";

    public async Task StreamAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var id = McpSessions.NewId();
        await using var transport = new SseTransport(context.Response.Body, $"{McpRoutes.Messages}/?{SessionId}={id}", id);
        McpHeaders.PrepareStream(context.Response);
        var session = await sessions.StartAsync(id, transport);
        using var use = session.Use();
        try
        {
            await context.Response.Body.FlushAsync(stop.Token);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, session.Ended);
            await transport.RunAsync(end.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || session.Ended.IsCancellationRequested)
        {
            // The end of every such stream: the client has gone, or the server stops.
        }
        finally
        {
            await sessions.EndAsync(session);
        }
    }

    public async Task PostAsync(HttpContext context)
    {
        var id = context.Request.Query[SessionId].ToString();
        if (sessions.Find(id) is not { Transport: SseTransport transport } session)
        {
            throw new McpErrorException(
                StatusCodes.Status404NotFound,
                McpErrorException.NoSession,
                $"There is no such session, or it has ended; open {McpRoutes.Sse} and post to the address that it begins with.");
        }

        var message = await McpBody.ReadAsync(context, settings.MaxBodyBytes);
        try
        {
            await transport.ReceiveAsync(message, () => streams.Enter(context), session.Ended, context.RequestAborted);
        }
        catch (Exception ended)
            when (ended is InvalidOperationException or ChannelClosedException
                || (ended is OperationCanceledException && session.Ended.IsCancellationRequested))
        {
            throw new McpErrorException(StatusCodes.Status404NotFound, McpErrorException.NoSession, "The session has ended meanwhile; begin a new one.");
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsync("Accepted", context.RequestAborted);
    }
}
