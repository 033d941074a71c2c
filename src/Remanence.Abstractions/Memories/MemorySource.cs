namespace Remanence.Memories;

/// <summary>Where a memory came from.</summary>
public sealed record MemorySource
{
    /// <summary>The resource that holds the raw input.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The message inside a conversation, by the id that its sender gave it, or that Remanence gave it when the sender gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>First character of the quoted range, in UTF-16 units; null for the whole.</summary>
    public int? Start { get; init; }

    /// <summary>First character after the quoted range.</summary>
    public int? End { get; init; }

    /// <summary>The words relied on, when they are not the whole source.</summary>
    public string? Quote { get; init; }
}
