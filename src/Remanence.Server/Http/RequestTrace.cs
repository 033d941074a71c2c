using System.Diagnostics;

namespace Remanence.Server.Http;

/// <summary>
/// What a request is called in the log and in problem documents: the trace that its caller named by the header <c>traceparent</c>, or one of its own.
/// </summary>
internal static class RequestTrace
{
    private const string Parent = "traceparent";

    public static string Id => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    /// <summary>Begins one where the web server has not, as it does when nothing of it is logged.</summary>
    public static Activity? Begin(HttpRequest request)
    {
        if (Activity.Current is not null)
        {
            return null;
        }

        var own = new Activity("request").SetIdFormat(ActivityIdFormat.W3C);
        if (ActivityContext.TryParse(request.Headers[Parent].ToString(), null, out var caller))
        {
            own.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
        }

        return own.Start();
    }
}
