using Remanence.Memories;

namespace Remanence.Categories;

/// <summary>A topic that gathers memories and keeps a written summary of them.</summary>
public sealed record Category
{
    /// <summary>Unique in its workspace; opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Where it belongs.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Short name, unique in its scope.</summary>
    public required string Name { get; init; }

    /// <summary>What belongs into it.</summary>
    public string? Description { get; init; }

    /// <summary>What its memories say together.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was first stored.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
