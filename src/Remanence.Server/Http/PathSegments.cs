using Microsoft.AspNetCore.Http.Features;
using Remanence.Services;

namespace Remanence.Server.Http;

/// <summary>
/// Makes a path's segments mean what the client wrote. The server decodes a path before routing, but leaves <c>%2F</c> as it is, so that
/// <c>a%2Fb</c> and <c>a%252Fb</c> become one, and it resolves <c>..</c> even when it was encoded because it is an id. Here each segment of
/// the path as sent is decoded exactly once; routing sees it with <c>/</c> and <c>%</c> escaped, and <see cref="DecodeRouteValues"/> undoes that.
/// </summary>
internal static class PathSegments
{
    public static Task NormalizeAsync(HttpContext context, RequestDelegate next)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        var path = PathOf(target);
        if (path.Contains('%') || path.Contains("/.", StringComparison.Ordinal))
        {
            context.Request.Path = Normalize(path);
        }

        return next(context);
    }

    public static Task DecodeRouteValues(HttpContext context, RequestDelegate next)
    {
        List<KeyValuePair<string, object?>>? escaped = null;
        foreach (var value in context.Request.RouteValues)
        {
            if (value.Value is string text && text.Contains('%', StringComparison.Ordinal))
            {
                (escaped ??= []).Add(value);
            }
        }

        foreach (var (name, value) in escaped ?? [])
        {
            context.Request.RouteValues[name] = ((string)value!).Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
        }

        return next(context);
    }

    private static ReadOnlySpan<char> PathOf(string target)
    {
        var path = target.AsSpan();
        if (!path.StartsWith('/'))
        {
            // The absolute form, http://host/path, that proxies send.
            var authority = path.IndexOf("://", StringComparison.Ordinal);
            var slash = authority < 0 ? -1 : path[(authority + 3)..].IndexOf('/');
            path = slash < 0 ? "/" : path[(authority + 3 + slash)..];
        }

        var query = path.IndexOfAny('?', '#');
        return query < 0 ? path : path[..query];
    }

    private static string Normalize(ReadOnlySpan<char> path)
    {
        var segments = new List<string>();
        foreach (var range in path[1..].Split('/'))
        {
            var segment = path[1..][range];
            if (!PercentEncoding.TryDecode(segment, plusIsSpace: false, out var decoded))
            {
                throw new InvalidRequestException(
                    "path", $"The path's segment {Printable.Show(segment.ToString())} is not percent-encoded UTF-8; encode each segment once, a percent sign as %25.");
            }

            segments.Add(decoded.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal));
        }

        return "/" + string.Join('/', segments);
    }
}
