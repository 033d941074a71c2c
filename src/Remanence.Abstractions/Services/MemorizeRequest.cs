using Remanence.Messages;

namespace Remanence.Services;

/// <summary>Messages to remember, in the order in which they were said.</summary>
public sealed record MemorizeRequest
{
    /// <summary>The messages; never empty. Limits: <see cref="ServiceLimits"/>.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>The user they belong to; null: the whole workspace.</summary>
    public string? UserId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>The session; messages of one session are understood together.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whether to extract observations with a chat model; without one the messages are kept verbatim either way. Default true.</summary>
    public bool Infer { get; init; } = true;

    /// <summary>
    /// Whether to answer only when extraction is done, which then begins at once; the server's limit for waiting holds all the same
    /// (<see cref="MemorizeResult.JobId"/>). Default false.
    /// </summary>
    public bool Wait { get; init; }

    /// <summary>
    /// Names the request in its scope: sent again with the same key, it answers as the first time and stores nothing; with other content it throws
    /// <see cref="Stores.ChangeSetConflictException"/>. Not part of the JSON body (HTTP: <c>Idempotency-Key</c>).
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? IdempotencyKey { get; init; }
}
