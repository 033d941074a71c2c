namespace Remanence.Server.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>ok</c> or <c>unavailable</c>; <c>healthy</c> for <c>ok</c> where the server was started as ReMe.</param>
/// <param name="Version">The server's version.</param>
/// <param name="Store"><c>ok</c>, or why the store cannot be used; absent where it was not asked.</param>
internal sealed record HealthReport(string Status, string Version, string? Store = null);
