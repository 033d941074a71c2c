using Remanence.Memories;

namespace Remanence.Services;

/// <summary>One line of a <see cref="UserProfile"/>.</summary>
public sealed record ProfileItem
{
    /// <summary>What it is about, such as <c>home</c>; null when nobody gave it a name.</summary>
    public string? Attribute { get; init; }

    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>The memory that states it.</summary>
    public required string MemoryId { get; init; }

    /// <summary>That memory's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>When it was last said.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Where the memory comes from.</summary>
    public required IReadOnlyList<MemorySource> Sources { get; init; }
}
