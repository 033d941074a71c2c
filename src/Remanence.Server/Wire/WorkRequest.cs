namespace Remanence.Server.Wire;

/// <summary>The body of a request for work, for the OpenAPI document.</summary>
/// <param name="Wait">Whether to answer when it is done. Default true.</param>
internal sealed record WorkRequest(bool Wait = true);
