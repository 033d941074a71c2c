using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using Remanence.Diagnostics;

namespace Remanence.Http;

/// <summary>
/// Makes a path's segments mean what the client wrote. The server decodes a path before routing and routing decodes once more, so that
/// <c>a%2Fb</c> and <c>a%252Fb</c> become one; and <c>..</c> is resolved even when it was encoded because it is an id. Here each segment of the path as
/// sent is decoded exactly once: routing sees a path in which what could mislead it is masked, and handlers get the segments themselves.
/// </summary>
public static class PathSegments
{
    private static readonly object Key = new();

    /// <summary>Middleware before routing: decodes the segments, and masks in the path what could mislead routing.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">What comes after it.</param>
    public static Task NormalizeAsync(HttpContext context, RequestDelegate next)
    {
        var path = PathOf(context);
        if (path.Contains('%') || path.Contains("/.", StringComparison.Ordinal))
        {
            var segments = Decode(path);
            context.Items[Key] = segments;
            context.Request.Path = "/" + string.Join('/', segments.Select(Mask));
        }

        return next(context);
    }

    /// <summary>Middleware after routing: gives the handler the segments as the client wrote them.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">What comes after it.</param>
    public static Task SetRouteValues(HttpContext context, RequestDelegate next)
    {
        if (context.Items.TryGetValue(Key, out var decoded) && context.GetEndpoint() is RouteEndpoint endpoint)
        {
            var segments = (List<string>)decoded!;
            var pattern = endpoint.RoutePattern.PathSegments;
            for (var i = 0; i < pattern.Count && i < segments.Count; i++)
            {
                if (pattern[i] is { IsSimple: true, Parts: [RoutePatternParameterPart parameter] })
                {
                    context.Request.RouteValues[parameter.Name] = segments[i];
                }
            }
        }

        return next(context);
    }

    private static string Mask(string segment) => segment.Replace('/', '_').Replace('%', '_');

    /// <summary>The path as it was sent.</summary>
    /// <param name="context">The call.</param>
    public static ReadOnlySpan<char> PathOf(HttpContext context)
    {
        var path = (context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty).AsSpan();
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

    private static List<string> Decode(ReadOnlySpan<char> path)
    {
        var segments = new List<string>();
        foreach (var range in path[1..].Split('/'))
        {
            var segment = path[1..][range];
            segments.Add(
                PercentEncoding.TryDecode(segment, plusIsSpace: false, out var decoded)
                    ? decoded
                    : throw new InvalidRequestException(
                        "path",
                        $"The path's segment {Printable.Show(segment.ToString())} is not percent-encoded UTF-8; encode each segment once, a percent sign "
                        + $"as %25."));
        }

        return segments;
    }
}
