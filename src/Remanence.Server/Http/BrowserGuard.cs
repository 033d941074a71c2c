using System.Net;
using Remanence.Diagnostics;
using Remanence.Hosting;

namespace Remanence.Server.Http;

/// <summary>
/// Keeps web pages out of a server that has no authentication: a page may send requests to loopback from its visitor's machine. What a browser
/// marks as coming from elsewhere is refused, and so is a host name that is not this machine's, with which a page could make itself same-origin
/// by letting its own name resolve to 127.0.0.1; the names and addresses that this machine has itself are nobody else's. Pages that <c>http.allowed_origins</c>
/// names may come. Programs are not affected: they send no Origin, and the host that they connect to.
/// </summary>
internal sealed class BrowserGuard(RemanenceSettings settings)
{
    private readonly bool _anyHost = settings.HttpAllowedHosts.Contains("*", StringComparer.Ordinal)
        || (settings.HttpAllowedHosts.Count == 0 && !IPAddress.IsLoopback(settings.HttpHost));

    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!_anyHost && request.Host.HasValue && !IsKnown(request.Host.Host, context.Connection.RemoteIpAddress))
        {
            throw new ForeignOriginException(
                $"This server does not answer for the host {Printable.Show(request.Host.Host)}; use 127.0.0.1 or localhost, or name the host in "
                + $"http.allowed_hosts.");
        }

        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !IsOwn(origin.ToString(), request.Host) && !AllowedOrigins.Contain(settings.HttpAllowedOrigins, origin.ToString()))
        {
            throw new ForeignOriginException(
                $"A web page of {Printable.Show(origin.ToString())} may not use this server; call it from a program, or name the page's origin in "
                + $"http.allowed_origins.");
        }

        return next(context);
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);

    // A connection from this machine may call it by any name it has itself.
    private bool IsKnown(string host, IPAddress? caller) =>
        settings.HttpAllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || OwnNames.AreLoopback(host)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && address.Equals(settings.HttpHost))
        || (caller is not null && IPAddress.IsLoopback(caller) && OwnNames.Contain(host));
}
