using Remanence.Json;

namespace Remanence.Services;

/// <summary>What consolidation or reflection did.</summary>
public sealed record WorkResult
{
    /// <summary>The memories that it made or changed, as they are now; those that it superseded among them.</summary>
    public required IReadOnlyList<MemoryDocument> Memories { get; init; }

    /// <summary>One of <see cref="Modes"/>: whether a chat model had a part in it.</summary>
    public required string Mode { get; init; }

    /// <summary>The background jobs that go on with it; empty when it is done.</summary>
    public IReadOnlyList<string> JobIds { get; init; } = [];
}
