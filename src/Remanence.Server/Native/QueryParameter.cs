namespace Remanence.Server.Native;

/// <summary>A query parameter of a route.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Type">The type of its value.</param>
internal sealed record QueryParameter(string Name, string Description, QueryParameterType Type = QueryParameterType.Text)
{
    public static QueryParameter UserId { get; } = new("user_id", "Narrows to this user's and the shared ones.");

    public static QueryParameter AgentId { get; } = new("agent_id", "Narrows to this agent's and the shared ones.");

    public static QueryParameter SessionId { get; } = new("session_id", "Narrows to this session's and the shared ones.");

    public static QueryParameter Cursor { get; } = new("cursor", "Where the last page ended, its next_cursor.");

    public static QueryParameter Limit { get; } = new("limit", "At most so many items, 1 to 1000; 50 when not given.", QueryParameterType.Integer);

    public static IReadOnlyList<QueryParameter> Scope { get; } = [UserId, AgentId, SessionId];

    public static IReadOnlyList<QueryParameter> Page { get; } = [UserId, AgentId, SessionId, Cursor, Limit];
}
