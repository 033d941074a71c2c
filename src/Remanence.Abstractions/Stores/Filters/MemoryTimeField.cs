namespace Remanence.Stores.Filters;

/// <summary>The times of a memory that a filter can name.</summary>
public enum MemoryTimeField
{
    /// <summary>When it was said.</summary>
    Observed,

    /// <summary>When it was stored.</summary>
    Recorded,

    /// <summary>When it last changed.</summary>
    Updated,

    /// <summary>What it speaks about.</summary>
    Event,
}
