using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Jobs;

/// <summary>A piece of durable background work. Its times are by the store's clock.</summary>
public sealed record Job
{
    /// <summary>Unique over all workspaces; opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Whose work it is; jobs with equal scopes run one after another.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Which worker takes it.</summary>
    public required string Kind { get; init; }

    /// <summary>What the worker needs.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>Attempts begun, those that an outage ended among them.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Attempts that failed through their own fault, or vanished with their worker; an outage is none. These lead to <see cref="JobState.Dead"/>.
    /// </summary>
    public int Failures { get; init; }

    /// <summary>Higher goes first. Default 0.</summary>
    public int Priority { get; init; }

    /// <summary>Done so far, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>Not to be started earlier.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The worker that holds it.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>When the worker loses it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it was first stored.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
