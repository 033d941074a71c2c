using System.Text.Json;

namespace Remanence.Services;

/// <summary>A document to remember: it is kept whole, and each of its passages becomes a memory of kind <c>knowledge</c>.</summary>
public sealed record ResourceRequest
{
    /// <summary>One of <see cref="Resources.Modalities"/>; without models only <c>document</c> can be understood.</summary>
    public string Modality { get; init; } = Resources.Modalities.Document;

    /// <summary>The caller's name for it.</summary>
    public string? Name { get; init; }

    /// <summary>Its media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its text; not blank.</summary>
    public required string Text { get; init; }

    /// <summary>The caller's own JSON object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>The user it belongs to.</summary>
    public string? UserId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>The session.</summary>
    public string? SessionId { get; init; }

    /// <summary>As <see cref="MemorizeRequest.IdempotencyKey"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? IdempotencyKey { get; init; }
}
