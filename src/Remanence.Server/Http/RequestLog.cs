using System.Diagnostics;

namespace Remanence.Server.Http;

/// <summary>A line for each request, when it is answered: by the route's template, never by the address, in which people and workspaces are named.</summary>
internal sealed partial class RequestLog(ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        using var trace = RequestTrace.Begin(context.Request);
        try
        {
            await next(context);
        }
        finally
        {
            Answered(
                logger,
                MethodOf(context.Request),
                RouteOf(context),
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                RequestTrace.Id);
        }
    }

    private static string MethodOf(HttpRequest request) =>
        Array.Find(
            [HttpMethods.Get, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Put, HttpMethods.Head, HttpMethods.Options],
            known => known == request.Method
        ) ?? "Another method";

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "on no route";

    [LoggerMessage(11, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds, string traceId);
}
