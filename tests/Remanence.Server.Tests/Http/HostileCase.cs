namespace Remanence.Server.Tests.Http;

/// <summary>A request and how it must be refused; the path is below a workspace.</summary>
internal sealed record HostileCase(
    string Method,
    string Path,
    int Status,
    string? Field,
    Func<HttpContent>? Body,
    (string Name, string Value)[]? Headers = null);
