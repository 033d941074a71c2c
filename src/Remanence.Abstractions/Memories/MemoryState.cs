using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>
/// What Remanence itself keeps about a memory, beside the caller's own <see cref="Memory.Metadata"/>: shown in answers, never taken from a request, brought by
/// an import. Immutable; compared by content.
/// </summary>
public sealed record MemoryState
{
    /// <summary>The version that this Remanence writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the members below; one that is newer than <see cref="CurrentVersion"/> cannot be read.</summary>
    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>What the memory states in a form that can be compared with other facts.</summary>
    public FactState? Fact { get; init; }

    /// <summary>Whether reflection has seen this observation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reflected { get; init; }

    /// <summary>About whom or what an insight is, and whether it is still believed.</summary>
    public InsightState? Insight { get; init; }

    /// <summary>In the note of a forgotten memory: by what the messages are known of which nothing is made again.</summary>
    public IReadOnlyList<string>? Forgotten { get; init => field = ValueList.OfNullable(value); }

    /// <summary>In a message that asks to withhold others: the ids of their memories.</summary>
    public IReadOnlyList<string>? Withholds { get; init => field = ValueList.OfNullable(value); }

    /// <summary>The task runs behind an experience.</summary>
    public ExperienceState? Experience { get; init; }

    /// <summary>The calls that a tool's guide rests on.</summary>
    public ToolState? Tool { get; init; }

    /// <summary>When what the memory speaks about comes again: a rule in RFC 5545's manner.</summary>
    public string? Recurrence { get; init; }

    /// <summary>
    /// The other times that the memory's text tells of, beside <see cref="Memory.EventTime"/>; a filter of event times and a search look at them all.
    /// </summary>
    public IReadOnlyList<FurtherTime>? MoreTimes { get; init => field = value is { Count: 0 } ? null : ValueList.OfNullable(value); }

    /// <summary>How the format that the memory was loaded from wrote it, so that it goes back as it came.</summary>
    public ForeignState? Foreign { get; init; }

    /// <summary>Whether nothing is kept; <see cref="Memory.State"/> is null then.</summary>
    [JsonIgnore]
    public bool IsEmpty => Fact is null && !Reflected && Insight is null && Forgotten is null && Withholds is null && Experience is null && Tool is null
        && Recurrence is null && MoreTimes is null && Foreign is null;
}
