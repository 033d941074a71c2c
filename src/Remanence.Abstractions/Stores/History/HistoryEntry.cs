using Remanence.Memories;

namespace Remanence.Stores.History;

/// <summary>One change of one memory.</summary>
public sealed record HistoryEntry
{
    /// <summary>The memory.</summary>
    public required string MemoryId { get; init; }

    /// <summary>The commit it belongs to; grows within a workspace.</summary>
    public required long Sequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required HistoryOperation Operation { get; init; }

    /// <summary>By whom.</summary>
    public required string Actor { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The memory before; null when it was created.</summary>
    public Memory? Before { get; init; }

    /// <summary>The memory after; null when it was taken out.</summary>
    public Memory? After { get; init; }
}
