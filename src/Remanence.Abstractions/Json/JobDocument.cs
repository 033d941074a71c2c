using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Json;

/// <summary>A job as JSON. What only its worker needs, the payload and the lease, is left out: a payload may hold what people said.</summary>
public sealed record JobDocument
{
    /// <summary><see cref="Job.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Scope.Workspace"/>.</summary>
    public required string Workspace { get; init; }

    /// <summary><see cref="Scope.User"/>.</summary>
    public string? UserId { get; init; }

    /// <summary><see cref="Scope.Agent"/>.</summary>
    public string? AgentId { get; init; }

    /// <summary><see cref="Scope.Session"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary><see cref="Job.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><see cref="Job.State"/>.</summary>
    public required JobState State { get; init; }

    /// <summary><see cref="Job.Attempts"/>.</summary>
    public int Attempts { get; init; }

    /// <summary><see cref="Job.Failures"/>.</summary>
    public int Failures { get; init; }

    /// <summary><see cref="Job.Priority"/>.</summary>
    public int Priority { get; init; }

    /// <summary><see cref="Job.Progress"/>.</summary>
    public double Progress { get; init; }

    /// <summary><see cref="Job.Error"/>.</summary>
    public string? Error { get; init; }

    /// <summary><see cref="Job.DueAt"/>.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary><see cref="Job.RecordedAt"/>.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><see cref="Job.UpdatedAt"/>.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The document of a job.</summary>
    /// <param name="job">The job.</param>
    public static JobDocument From(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobDocument
        {
            Id = job.Id,
            Workspace = job.Scope.Workspace,
            UserId = job.Scope.User,
            AgentId = job.Scope.Agent,
            SessionId = job.Scope.Session,
            Kind = job.Kind,
            State = job.State,
            Attempts = job.Attempts,
            Failures = job.Failures,
            Priority = job.Priority,
            Progress = job.Progress,
            Error = job.Error,
            DueAt = job.DueAt,
            RecordedAt = job.RecordedAt,
            UpdatedAt = job.UpdatedAt,
        };
    }

    /// <summary>The job of this document, without payload and lease.</summary>
    public Job ToJob() => new()
    {
        Id = Id,
        Scope = new Scope(Workspace, UserId, AgentId, SessionId),
        Kind = Kind,
        State = State,
        Attempts = Attempts,
        Failures = Failures,
        Priority = Priority,
        Progress = Progress,
        Error = Error,
        DueAt = DueAt,
        RecordedAt = RecordedAt,
        UpdatedAt = UpdatedAt,
    };
}
