using Remanence.Stores;

namespace Remanence.Json;

/// <summary>A change of a memory as JSON.</summary>
public sealed record ChangeDocument
{
    /// <summary><see cref="MemoryChange.Sequence"/>.</summary>
    public required long Sequence { get; init; }

    /// <summary><see cref="MemoryChange.MemoryId"/>.</summary>
    public required string MemoryId { get; init; }

    /// <summary><see cref="MemoryChange.Memory"/>; absent when it is gone.</summary>
    public MemoryDocument? Memory { get; init; }

    /// <summary><see cref="MemoryChange.EndsCommit"/>.</summary>
    public bool EndsCommit { get; init; }

    /// <summary>The document of a change.</summary>
    /// <param name="change">The change.</param>
    public static ChangeDocument From(MemoryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ChangeDocument
        {
            Sequence = change.Sequence,
            MemoryId = change.MemoryId,
            Memory = change.Memory is null ? null : MemoryDocument.From(change.Memory),
            EndsCommit = change.EndsCommit,
        };
    }

    /// <summary>The change of this document.</summary>
    public MemoryChange ToChange() => new(Sequence, MemoryId, Memory?.ToMemory(), EndsCommit);
}
