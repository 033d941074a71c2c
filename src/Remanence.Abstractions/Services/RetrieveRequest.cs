using System.Text.Json.Serialization;
using Remanence.Stores.Filters;

namespace Remanence.Services;

/// <summary>A question to the memory.</summary>
public sealed record RetrieveRequest
{
    /// <summary>Any text; never blank.</summary>
    public required string Query { get; init; }

    /// <summary>At most so many memories, 1 to <see cref="ServiceLimits.MaxTopK"/>. Default 10.</summary>
    public int TopK { get; init; } = 10;

    /// <summary>Only these kinds; null: all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>A further condition.</summary>
    [JsonConverter(typeof(Json.MemoryFilterJsonConverter))]
    public MemoryFilter? Filter { get; init; }

    /// <summary>Sees this user's and the shared memories; null: the whole workspace.</summary>
    public string? UserId { get; init; }

    /// <summary>Narrows to the agent's and the shared memories.</summary>
    public string? AgentId { get; init; }

    /// <summary>Narrows to the session's and the shared memories.</summary>
    public string? SessionId { get; init; }

    /// <summary>What was believed then, superseded memories included; null: what is believed now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The present that relative times in the query count from; null: the clock. Its offset is the asker's time zone.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>
    /// The contents together need no more tokens than this (four characters, or one of a script without spaces, a token); null: no bound. A memory that is too
    /// long makes way for shorter ones; the best is cut around what was asked for where nothing near as good fits.
    /// </summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether each result carries its <see cref="Explanation"/>.</summary>
    public bool Explain { get; init; }
}
