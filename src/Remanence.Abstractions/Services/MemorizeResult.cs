using Remanence.Json;

namespace Remanence.Services;

/// <summary>What became of the messages.</summary>
public sealed record MemorizeResult
{
    /// <summary>The conversation that holds them.</summary>
    public required string ResourceId { get; init; }

    /// <summary>
    /// The memories made: one a message (for a message that was known already, the memory that holds it), then, when extraction is done, what it made of them.
    /// </summary>
    public required IReadOnlyList<MemoryDocument> Memories { get; init; }

    /// <summary>One of <see cref="Modes"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>The background job that goes on with extraction; null when there is none, or when it is done.</summary>
    public string? JobId { get; init; }
}
