using Remanence.Memories;
using Remanence.Stores.Filters;

namespace Remanence.Stores;

/// <summary>A page of memories in the order in which they were first stored.</summary>
public sealed record MemoryQuery
{
    /// <summary>What the caller may see (<see cref="Scope.Sees"/>).</summary>
    public required Scope Scope { get; init; }

    /// <summary>A further condition.</summary>
    public MemoryFilter? Filter { get; init; }

    /// <summary>
    /// Where the last page ended (<see cref="Page{T}.NextCursor"/>); null: from the start. A malformed one throws <see cref="InvalidCursorException"/>.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// At most so many items, 1 to 1000, and fewer where they are large (<see cref="StoreArguments.MaxPageBytes"/>): the cursor says whether there are more.
    /// Default 50.
    /// </summary>
    public int Limit { get; init; } = 50;
}
