namespace Remanence.Server.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> where a model is not ok and the rest is, or <c>unavailable</c>; <c>healthy</c> for <c>ok</c> where the
/// server was started as ReMe.</param>
/// <param name="Version">The server's version.</param>
/// <param name="Store"><c>ok</c>, or why the store cannot be used; absent where it was not asked.</param>
/// <param name="Models"><c>ok</c>, <c>down</c>, or how the last call failed (<c>unauthorized</c> and the like) for each configured model; one that is not ok
/// does not make the server unavailable.</param>
/// <param name="Queue">How many background jobs there are in each state that is not an end, and how many are dead.</param>
internal sealed record HealthReport(
    string Status, string Version, string? Store = null, IReadOnlyDictionary<string, string>? Models = null, IReadOnlyDictionary<string, long>? Queue = null);
