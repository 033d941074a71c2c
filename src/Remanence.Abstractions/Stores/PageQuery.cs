using Remanence.Memories;

namespace Remanence.Stores;

/// <summary>A page of resources, messages, categories or jobs in the order in which they were first stored.</summary>
public sealed record PageQuery
{
    /// <summary>What the caller may see.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Where the last page ended; null: from the start. A malformed one throws <see cref="InvalidCursorException"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// At most so many items, 1 to 1000, and fewer where they are large (<see cref="StoreArguments.MaxPageBytes"/>): the cursor says whether there are more.
    /// Default 50.
    /// </summary>
    public int Limit { get; init; } = 50;
}
