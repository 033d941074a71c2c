using Remanence.Json;

namespace Remanence.Services;

/// <summary>What became of the messages.</summary>
public sealed record MemorizeResult
{
    /// <summary>The conversation that holds them.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The memories made, or, for a message that was known already, the memory that holds it.</summary>
    public required IReadOnlyList<MemoryDocument> Memories { get; init; }

    /// <summary>One of <see cref="Modes"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>The background job, when one was queued.</summary>
    public string? JobId { get; init; }
}
