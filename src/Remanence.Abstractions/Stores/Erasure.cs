using System.Text.Json.Serialization;

namespace Remanence.Stores;

/// <summary>What an erasure removed.</summary>
public sealed record Erasure
{
    /// <summary>Memories, of any status.</summary>
    public long Memories { get; init; }

    /// <summary>History entries, those of memories deleted earlier among them.</summary>
    public long History { get; init; }

    /// <summary>Resources.</summary>
    public long Resources { get; init; }

    /// <summary>Messages.</summary>
    public long Messages { get; init; }

    /// <summary>Categories.</summary>
    public long Categories { get; init; }

    /// <summary>Jobs.</summary>
    public long Jobs { get; init; }

    /// <summary>
    /// By when the last traces of it are expected to be overwritten, where that waits for something, such as a reader that began before; null: nothing of it is
    /// left. A reader that goes on for longer, and a disk that stays full, put it off. What was erased cannot be read in any way that the product has, from the
    /// answer on.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? TracesUntil { get; init; }
}
