using System.Text;
using Remanence.Http;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>
/// Answers as FastAPI does where a client of ReMe looks for a flow that is not there (<c>POST /NAME</c>) or calls one by another method. Everywhere else the
/// native surface's problem documents stand.
/// </summary>
internal static class UnknownPaths
{
    private static readonly byte[] NotFound = Encoding.UTF8.GetBytes("""{"detail":"Not Found"}""");
    private static readonly byte[] MethodNotAllowed = Encoding.UTF8.GetBytes("""{"detail":"Method Not Allowed"}""");

    public static RequestDelegate Answering(RequestDelegate next, FlowEndpoints flows) =>
        async context =>
        {
            await next(context);
            if (
                context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound }
                && HttpMethods.IsPost(context.Request.Method)
                && IsName(context, out _))
            {
                await FlowAnswer.SendAsync(context, NotFound, StatusCodes.Status404NotFound);
            }
            else if (
                context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed }
                && IsName(context, out var name)
                && flows.Has(name))
            {
                await FlowAnswer.SendAsync(context, MethodNotAllowed, StatusCodes.Status405MethodNotAllowed);
            }
        };

    private static bool IsName(HttpContext context, out string name)
    {
        name = PathSegments.PathOf(context).Trim('/').ToString();
        return name.Length > 0 && !name.Contains('/', StringComparison.Ordinal);
    }
}
