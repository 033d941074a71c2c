using System.Text.Json;
using Remanence.Memories;
using Remanence.Resources;

namespace Remanence.Json;

/// <summary>A resource as JSON; its scope is spelled as a memory's is.</summary>
public sealed record ResourceDocument
{
    /// <summary><see cref="Resource.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Scope.Workspace"/>.</summary>
    public required string Workspace { get; init; }

    /// <summary><see cref="Scope.User"/>.</summary>
    public string? UserId { get; init; }

    /// <summary><see cref="Scope.Agent"/>.</summary>
    public string? AgentId { get; init; }

    /// <summary><see cref="Scope.Session"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary><see cref="Resource.Modality"/>.</summary>
    public required string Modality { get; init; }

    /// <summary><see cref="Resource.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary><see cref="Resource.MediaType"/>.</summary>
    public string? MediaType { get; init; }

    /// <summary><see cref="Resource.Text"/>; left out of lists.</summary>
    public string? Text { get; init; }

    /// <summary><see cref="Resource.Metadata"/>.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary><see cref="Resource.State"/>; in answers only.</summary>
    public ResourceState? State { get; init; }

    /// <summary><see cref="Resource.RecordedAt"/>.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The document of a resource.</summary>
    /// <param name="resource">The resource.</param>
    public static ResourceDocument From(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceDocument
        {
            Id = resource.Id,
            Workspace = resource.Scope.Workspace,
            UserId = resource.Scope.User,
            AgentId = resource.Scope.Agent,
            SessionId = resource.Scope.Session,
            Modality = resource.Modality,
            Name = resource.Name,
            MediaType = resource.MediaType,
            Text = resource.Text,
            Metadata = resource.Metadata,
            State = resource.State,
            RecordedAt = resource.RecordedAt,
        };
    }

    /// <summary>The resource of this document.</summary>
    public Resource ToResource() => new()
    {
        Id = Id,
        Scope = new Scope(Workspace, UserId, AgentId, SessionId),
        Modality = Modality,
        Name = Name,
        MediaType = MediaType,
        Text = Text,
        Metadata = Metadata,
        State = State,
        RecordedAt = RecordedAt,
    };
}
