namespace Remanence.Server.Wire;

/// <summary>The body of a request for work.</summary>
/// <param name="UserId">Whose; what the body leaves out may stand in the query.</param>
/// <param name="AgentId">Which agent's.</param>
/// <param name="SessionId">Which session's.</param>
/// <param name="Wait">Whether to answer when it is done. Default true.</param>
internal sealed record WorkRequest(string? UserId = null, string? AgentId = null, string? SessionId = null, bool Wait = true);
