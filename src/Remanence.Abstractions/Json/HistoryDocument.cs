using Remanence.Stores.History;

namespace Remanence.Json;

/// <summary>A history entry as JSON.</summary>
public sealed record HistoryDocument
{
    /// <summary><see cref="HistoryEntry.MemoryId"/>.</summary>
    public required string MemoryId { get; init; }

    /// <summary><see cref="HistoryEntry.Sequence"/>.</summary>
    public required long Sequence { get; init; }

    /// <summary><see cref="HistoryEntry.At"/>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="HistoryEntry.Operation"/>.</summary>
    public required HistoryOperation Operation { get; init; }

    /// <summary><see cref="HistoryEntry.Actor"/>.</summary>
    public required string Actor { get; init; }

    /// <summary><see cref="HistoryEntry.Reason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary><see cref="HistoryEntry.Before"/>.</summary>
    public MemoryDocument? Before { get; init; }

    /// <summary><see cref="HistoryEntry.After"/>.</summary>
    public MemoryDocument? After { get; init; }

    /// <summary>The document of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static HistoryDocument From(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new HistoryDocument
        {
            MemoryId = entry.MemoryId,
            Sequence = entry.Sequence,
            At = entry.At,
            Operation = entry.Operation,
            Actor = entry.Actor,
            Reason = entry.Reason,
            Before = entry.Before is null ? null : MemoryDocument.From(entry.Before),
            After = entry.After is null ? null : MemoryDocument.From(entry.After),
        };
    }

    /// <summary>The entry of this document.</summary>
    public HistoryEntry ToEntry() => new()
    {
        MemoryId = MemoryId,
        Sequence = Sequence,
        At = At,
        Operation = Operation,
        Actor = Actor,
        Reason = Reason,
        Before = Before?.ToMemory(),
        After = After?.ToMemory(),
    };
}
