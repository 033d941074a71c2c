using Remanence.Stores;

namespace Remanence.Mcp.Resources;

/// <summary>Where a listing goes on: first the categories, then the memories, each with the store's own cursor.</summary>
internal readonly record struct ResourceCursor(bool InMemories, string? Position)
{
    private const char CategoryMark = 'c';
    private const char MemoryMark = 'm';

    /// <exception cref="InvalidCursorException">It is none of this server's.</exception>
    public static ResourceCursor Parse(string? text) => text switch
    {
        null or "" => default,
        [MemoryMark] => new ResourceCursor(true, null),
        [CategoryMark, .. var rest] when rest.Length > 0 => new ResourceCursor(false, rest),
        [MemoryMark, .. var rest] => new ResourceCursor(true, rest),
        _ => throw new InvalidCursorException("The cursor is not one of this server's; take the nextCursor of the page before, or leave it out."),
    };

    public override string ToString() => (InMemories ? MemoryMark : CategoryMark) + Position;
}
