using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Remanence.Memories;

/// <summary>One remembered thing. Immutable; thread-safe; copies share their lists.</summary>
public sealed class Memory
{
    /// <summary>Creates a memory from its members.</summary>
    public Memory()
    {
    }

    /// <summary>Copies a memory, so that an object initialiser can change single members.</summary>
    /// <param name="original">The memory to copy.</param>
    [SetsRequiredMembers]
    public Memory(Memory original)
    {
        ArgumentNullException.ThrowIfNull(original);
        Id = original.Id;
        Scope = original.Scope;
        Kind = original.Kind;
        Author = original.Author;
        Role = original.Role;
        Name = original.Name;
        Content = original.Content;
        Trigger = original.Trigger;
        Keywords = original.Keywords;
        Metadata = original.Metadata;
        State = original.State;
        EventTime = original.EventTime;
        ObservedAt = original.ObservedAt;
        RecordedAt = original.RecordedAt;
        UpdatedAt = original.UpdatedAt;
        ValidFrom = original.ValidFrom;
        ValidTo = original.ValidTo;
        Status = original.Status;
        SupersededBy = original.SupersededBy;
        Score = original.Score;
        Use = original.Use;
        Sources = original.Sources;
        Links = original.Links;
        Categories = original.Categories;
    }

    /// <summary>Unique in its workspace; opaque. New ones are 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Where it belongs.</summary>
    public required Scope Scope { get; init; }

    /// <summary>What it is, one of <see cref="MemoryKinds"/> or a kind of the user's own.</summary>
    public required string Kind { get; init; }

    /// <summary>Which model wrote it, or <c>verbatim</c>.</summary>
    public string Author { get; init; } = Verbatim;

    /// <summary>Who spoke, for a message: <c>user</c>, <c>assistant</c>, <c>system</c>, <c>tool</c>; null otherwise.</summary>
    public string? Role { get; init; }

    /// <summary>The speaker's name, when it is known.</summary>
    public string? Name { get; init; }

    /// <summary>The text remembered.</summary>
    public required string Content { get; init; }

    /// <summary>The situation that this memory answers (ReMe's <c>when_to_use</c>); searched together with the content.</summary>
    public string? Trigger { get; init; }

    /// <summary>Words it should be found by; matched whole and without case by filters.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The caller's own JSON object; kept and returned as it came. Default: none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>What Remanence itself keeps about it; null: nothing, as for a state that is empty.</summary>
    public MemoryState? State { get; init => field = value is { IsEmpty: true } ? null : value; }

    /// <summary>
    /// What the text speaks about in time: the first exact time where it names several, the others being the state's <see cref="MemoryState.MoreTimes"/>.
    /// </summary>
    public EventTime? EventTime { get; init; }

    /// <summary>All the times that it speaks about, <see cref="EventTime"/> first.</summary>
    public IEnumerable<EventTime> EventTimes
    {
        get
        {
            if (EventTime is { } first)
            {
                yield return first;
            }

            foreach (var more in State?.MoreTimes ?? [])
            {
                yield return new EventTime(new TimeInterval(more.Start, more.End), more.Precision);
            }
        }
    }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>When Remanence first stored it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Since when it holds in the world; null: since ever.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it holds in the world, exclusive; null: until further notice.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Whether it is believed now.</summary>
    public MemoryStatus Status { get; init; }

    /// <summary>The memory that replaced this one.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Confidence or validation, 0 to 1; null: never judged.</summary>
    public double? Score { get; init; }

    /// <summary>How often it was of use.</summary>
    public MemoryUse Use { get; init; } = MemoryUse.None;

    /// <summary>Where it came from.</summary>
    public IReadOnlyList<MemorySource> Sources { get; init; } = [];

    /// <summary>Related memories of the same workspace.</summary>
    public IReadOnlyList<MemoryLink> Links { get; init; } = [];

    /// <summary>Ids of the categories that it belongs to.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether both are found by the same text, so that the vectors of one serve the other: content, trigger and keywords.</summary>
    /// <param name="other">The other memory.</param>
    public bool HasTextOf(Memory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Content == other.Content && Trigger == other.Trigger && Keywords.SequenceEqual(other.Keywords, StringComparer.Ordinal);
    }

    /// <summary>The <see cref="Author"/> of what no model has touched.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>The <see cref="Author"/> of what somebody stated themselves: neither a model's words nor those of a message.</summary>
    public const string Stated = "user";
}
