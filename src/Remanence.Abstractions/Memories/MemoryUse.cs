namespace Remanence.Memories;

/// <summary>How often a memory was of use, and when last.</summary>
public sealed record MemoryUse
{
    /// <summary>A memory never used.</summary>
    public static MemoryUse None { get; } = new();

    /// <summary>How often it was returned by a retrieval that recorded its use.</summary>
    public int Retrieved { get; init; }

    /// <summary>How often it was said to have helped.</summary>
    public int Helpful { get; init; }

    /// <summary>How often the same thing was said again.</summary>
    public int Reinforced { get; init; }

    /// <summary>When it was last returned.</summary>
    public DateTimeOffset? LastRetrieved { get; init; }

    /// <summary>When it last helped.</summary>
    public DateTimeOffset? LastHelpful { get; init; }

    /// <summary>When it was last said again.</summary>
    public DateTimeOffset? LastReinforced { get; init; }
}
