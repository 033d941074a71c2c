using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Json;

/// <summary>A memory as JSON, snake case: on the wire, in exports, in histories. Lossless in both directions.</summary>
public sealed record MemoryDocument
{
    /// <summary><see cref="Memory.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Scope.Workspace"/>.</summary>
    public required string Workspace { get; init; }

    /// <summary><see cref="Scope.User"/>.</summary>
    public string? UserId { get; init; }

    /// <summary><see cref="Scope.Agent"/>.</summary>
    public string? AgentId { get; init; }

    /// <summary><see cref="Scope.Session"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary><see cref="Memory.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><see cref="Memory.Author"/>; <see cref="Memory.Verbatim"/> where it is missing.</summary>
    public string Author { get; init => field = value ?? Memory.Verbatim; } = Memory.Verbatim;

    /// <summary><see cref="Memory.Role"/>.</summary>
    public string? Role { get; init; }

    /// <summary><see cref="Memory.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary><see cref="Memory.Content"/>.</summary>
    public required string Content { get; init; }

    /// <summary><see cref="Memory.Trigger"/>.</summary>
    public string? Trigger { get; init; }

    /// <summary><see cref="Memory.Keywords"/>.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary><see cref="Memory.Metadata"/>.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary><see cref="Memory.State"/>; in answers and exports only.</summary>
    public MemoryState? State { get; init; }

    /// <summary><see cref="Memory.EventTime"/>.</summary>
    public EventTimeDocument? EventTime { get; init; }

    /// <summary><see cref="Memory.ObservedAt"/>.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary><see cref="Memory.RecordedAt"/>.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><see cref="Memory.UpdatedAt"/>.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary><see cref="Memory.ValidFrom"/>.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary><see cref="Memory.ValidTo"/>.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary><see cref="Memory.Status"/>.</summary>
    public MemoryStatus Status { get; init; }

    /// <summary><see cref="Memory.SupersededBy"/>.</summary>
    public string? SupersededBy { get; init; }

    /// <summary><see cref="Memory.Score"/>.</summary>
    public double? Score { get; init; }

    /// <summary><see cref="Memory.Use"/>; absent when never used.</summary>
    public MemoryUse? Use { get; init; }

    /// <summary><see cref="Memory.Sources"/>.</summary>
    public IReadOnlyList<MemorySource>? Sources { get; init; }

    /// <summary><see cref="Memory.Links"/>.</summary>
    public IReadOnlyList<MemoryLink>? Links { get; init; }

    /// <summary><see cref="Memory.Categories"/>.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The document of a memory.</summary>
    /// <param name="memory">The memory.</param>
    public static MemoryDocument From(Memory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new MemoryDocument
        {
            Id = memory.Id,
            Workspace = memory.Scope.Workspace,
            UserId = memory.Scope.User,
            AgentId = memory.Scope.Agent,
            SessionId = memory.Scope.Session,
            Kind = memory.Kind,
            Author = memory.Author,
            Role = memory.Role,
            Name = memory.Name,
            Content = memory.Content,
            Trigger = memory.Trigger,
            Keywords = NullIfEmpty(memory.Keywords),
            Metadata = memory.Metadata,
            State = memory.State,
            EventTime = memory.EventTime is { } time ? new EventTimeDocument(time.Interval.Start, time.Interval.End, time.Precision) : null,
            ObservedAt = memory.ObservedAt,
            RecordedAt = memory.RecordedAt,
            UpdatedAt = memory.UpdatedAt,
            ValidFrom = memory.ValidFrom,
            ValidTo = memory.ValidTo,
            Status = memory.Status,
            SupersededBy = memory.SupersededBy,
            Score = memory.Score,
            Use = memory.Use == MemoryUse.None ? null : memory.Use,
            Sources = NullIfEmpty(memory.Sources),
            Links = NullIfEmpty(memory.Links),
            Categories = NullIfEmpty(memory.Categories),
        };
    }

    /// <summary>The memory of this document.</summary>
    public Memory ToMemory() => new()
    {
        Id = Id,
        Scope = new Scope(Workspace, UserId, AgentId, SessionId),
        Kind = Kind,
        Author = Author,
        Role = Role,
        Name = Name,
        Content = Content,
        Trigger = Trigger,
        Keywords = Keywords ?? [],
        Metadata = Metadata,
        State = State,
        EventTime = EventTime is { } time ? new EventTime(new TimeInterval(time.Start, time.End), time.Precision) : null,
        ObservedAt = ObservedAt,
        RecordedAt = RecordedAt,
        UpdatedAt = UpdatedAt,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Status = Status,
        SupersededBy = SupersededBy,
        Score = Score,
        Use = Use ?? MemoryUse.None,
        Sources = Sources ?? [],
        Links = Links ?? [],
        Categories = Categories ?? [],
    };

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
