using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Mcp;

namespace Remanence.Server.Mcp;

/// <summary>
/// The streamable HTTP transport. <c>initialize</c> begins a session, whose id the client sends from then on; a request without one is answered on its own.
/// </summary>
internal sealed class McpHttpEndpoint(
    McpSessions sessions,
    MemoryMcp mcp,
    RemanenceSettings settings,
    ILoggerFactory loggers,
    IHostApplicationLifetime lifetime)
{
    public async Task PostAsync(HttpContext context)
    {
        McpHeaders.RequireAccept(context.Request, MediaTypes.Json, MediaTypes.EventStream);
        var message = await McpBody.ReadAsync(context, settings.MaxBodyBytes);
        var id = context.Request.Headers[McpHeaders.SessionId].ToString();
        var first = message is JsonRpcRequest { Method: RequestMethods.Initialize } request ? Prepared(request) : null;

        // Which version is spoken is settled by the first request: what a header says of it counts from the next one on.
        var version = first is null ? McpHeaders.VersionOf(context.Request) : null;
        if (id.Length > 0)
        {
            await AnswerAsync(context, Find(id), message);
        }
        else if (first is not null)
        {
            await BeginAsync(context, first);
        }
        else
        {
            await AnswerAloneAsync(context, message, version);
        }
    }

    /// <summary>The session's own stream, for what the server says unasked.</summary>
    public async Task GetAsync(HttpContext context)
    {
        McpHeaders.VersionOf(context.Request);
        McpHeaders.RequireAccept(context.Request, MediaTypes.EventStream);
        var session = Find(context.Request.Headers[McpHeaders.SessionId].ToString());
        if (context.Request.Headers.ContainsKey(McpHeaders.LastEventId))
        {
            throw new McpErrorException(
                StatusCodes.Status400BadRequest,
                McpErrorCode.InvalidRequest,
                $"Streams cannot be resumed here; send the request without {McpHeaders.LastEventId}.");
        }

        if (!session.TryOpenStream())
        {
            throw new McpErrorException(
                StatusCodes.Status409Conflict,
                McpErrorCode.InvalidRequest,
                "The session's stream was opened before; there is one a session.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping, session.Ended);
        using var use = session.Use();
        McpHeaders.PrepareStream(context.Response);
        context.Response.Headers[McpHeaders.SessionId] = session.Id;
        try
        {
            await context.Response.Body.FlushAsync(stop.Token);
            await ((StreamableHttpServerTransport)session.Transport).HandleGetRequestAsync(context.Response.Body, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of every such stream: the client has gone, the session is over, or the server stops.
        }
    }

    public async Task DeleteAsync(HttpContext context)
    {
        McpHeaders.VersionOf(context.Request);
        await sessions.EndAsync(Find(context.Request.Headers[McpHeaders.SessionId].ToString()));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // The transport reads the first request before any server does.
    private static JsonRpcRequest Prepared(JsonRpcRequest request)
    {
        try
        {
            MemoryMcp.Prepare(request);
            return request;
        }
        catch (McpProtocolException refused)
        {
            throw new McpErrorException(StatusCodes.Status200OK, refused.ErrorCode, refused.Message) { Request = request.Id };
        }
    }

    private McpSession Find(string id) =>
        id.Length == 0
            ? throw new McpErrorException(
                StatusCodes.Status400BadRequest,
                McpErrorCode.InvalidRequest,
                $"The header {McpHeaders.SessionId} is missing; initialize answers with one.")
        : sessions.Find(id) is { Transport: StreamableHttpServerTransport } session ? session
        : throw new McpErrorException(
            StatusCodes.Status404NotFound,
            McpErrorException.NoSession,
            "There is no such session, or it has ended; begin a new one with initialize.");

    private async Task BeginAsync(HttpContext context, JsonRpcRequest request)
    {
        var id = McpSessions.NewId();
        var session = await sessions.StartAsync(id, new StreamableHttpServerTransport(loggers) { SessionId = id });
        var refused = false;
        try
        {
            await AnswerAsync(context, session, request, first => refused = first is JsonRpcError);
        }
        catch
        {
            refused = true;
            throw;
        }
        finally
        {
            if (refused)
            {
                await sessions.EndAsync(session);
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context, McpSession session, JsonRpcMessage message, Action<JsonRpcMessage?>? onFirst = null)
    {
        using var use = session.Use();
        context.Response.Headers[McpHeaders.SessionId] = session.Id;
        await WriteAsync(context, (StreamableHttpServerTransport)session.Transport, message, onFirst ?? (_ => { }));
    }

    private async Task AnswerAloneAsync(HttpContext context, JsonRpcMessage message, string? version)
    {
        if (version == McpHeaders.Sessionless)
        {
            McpHeaders.RequireSame(context.Request, message);
            message.Context = new JsonRpcMessageContext { ProtocolVersion = version };
        }

        var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var session = new McpSession(string.Empty, transport, mcp.CreateServer(transport), TimeProvider.System);
        await WriteAsync(context, transport, message, first =>
        {
            if (version == McpHeaders.Sessionless && first is JsonRpcError { Error.Code: var code })
            {
                context.Response.StatusCode = StatusOf((McpErrorCode)code);
            }
        });
    }

    private static async Task WriteAsync(HttpContext context, StreamableHttpServerTransport transport, JsonRpcMessage message, Action<JsonRpcMessage?> onFirst)
    {
        McpHeaders.PrepareStream(context.Response);
        var answered = await transport.HandlePostRequestAsync(
            message,
            context.Response.Body,
            first =>
            {
                onFirst(first);
                return ValueTask.CompletedTask;
            },
            context.RequestAborted);
        if (!answered)
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private static int StatusOf(McpErrorCode code) =>
        code switch
        {
            McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
            McpErrorCode.HeaderMismatch or McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.MissingRequiredClientCapability =>
                StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
}
