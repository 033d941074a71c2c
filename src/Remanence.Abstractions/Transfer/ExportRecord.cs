using Remanence.Categories;
using Remanence.Json;
using Remanence.Messages;
using Remanence.Resources;

namespace Remanence.Transfer;

/// <summary>One line of an export; exactly one member is set. Resources come before their messages, memories before their history.</summary>
public sealed record ExportRecord
{
    /// <summary>The first line.</summary>
    public ExportHeader? Header { get; init; }

    /// <summary>A resource.</summary>
    public Resource? Resource { get; init; }

    /// <summary>A message.</summary>
    public StoredMessage? Message { get; init; }

    /// <summary>A memory.</summary>
    public MemoryDocument? Memory { get; init; }

    /// <summary>A category.</summary>
    public Category? Category { get; init; }

    /// <summary>A change.</summary>
    public HistoryDocument? History { get; init; }
}
