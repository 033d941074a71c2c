using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Services;

/// <summary>A memory as somebody states it, not taken from messages.</summary>
public sealed record AddMemoryRequest
{
    /// <summary>What to remember; not blank.</summary>
    public required string Content { get; init; }

    /// <summary>Its kind. Default: <see cref="MemoryKinds.Observation"/>.</summary>
    public string Kind { get; init; } = MemoryKinds.Observation;

    /// <summary>The situation that it answers.</summary>
    public string? Trigger { get; init; }

    /// <summary>Words by which it is looked for.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>The caller's own JSON object; kept and returned as it came.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>What it speaks about in time. Null: what its text names, counted from <see cref="ObservedAt"/>.</summary>
    public EventTimeDocument? EventTime { get; init; }

    /// <summary>When it was said. Null: now.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>How sure it is, 0 to 1; null: not said.</summary>
    public double? Score { get; init; }

    /// <summary>The user it belongs to; null: the whole workspace.</summary>
    public string? UserId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>The session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Names the request in its scope, as <see cref="MemorizeRequest.IdempotencyKey"/> does. Not part of the JSON body.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? IdempotencyKey { get; init; }
}
