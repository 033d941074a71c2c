using System.Diagnostics;

namespace Remanence.Server.Http;

/// <summary>Tells who asks for <c>log.level=debug</c> of each request: by the route's template, never by the address, in which people and workspaces are named.</summary>
internal sealed partial class RequestLog(ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Answered(logger, MethodOf(context.Request), RouteOf(context), context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static string MethodOf(HttpRequest request) =>
        Array.Find([HttpMethods.Get, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Put, HttpMethods.Head, HttpMethods.Options], known => known == request.Method)
        ?? "Another method";

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "on no route";

    [LoggerMessage(11, LogLevel.Debug, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds);
}
