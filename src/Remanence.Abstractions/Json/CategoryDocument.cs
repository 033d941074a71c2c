using Remanence.Categories;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Json;

/// <summary>A category as JSON; its scope is spelled as a memory's is.</summary>
public sealed record CategoryDocument
{
    /// <summary><see cref="Category.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Scope.Workspace"/>.</summary>
    public required string Workspace { get; init; }

    /// <summary><see cref="Scope.User"/>.</summary>
    public string? UserId { get; init; }

    /// <summary><see cref="Scope.Agent"/>.</summary>
    public string? AgentId { get; init; }

    /// <summary><see cref="Scope.Session"/>.</summary>
    public string? SessionId { get; init; }

    /// <summary><see cref="Category.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Category.Description"/>.</summary>
    public string? Description { get; init; }

    /// <summary><see cref="Category.Summary"/>.</summary>
    public string? Summary { get; init; }

    /// <summary><see cref="Category.RecordedAt"/>.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><see cref="Category.UpdatedAt"/>.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A page of its memories, where a single category is asked for.</summary>
    public Page<MemoryDocument>? Members { get; init; }

    /// <summary>The document of a category, without members.</summary>
    /// <param name="category">The category.</param>
    public static CategoryDocument From(Category category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return new CategoryDocument
        {
            Id = category.Id,
            Workspace = category.Scope.Workspace,
            UserId = category.Scope.User,
            AgentId = category.Scope.Agent,
            SessionId = category.Scope.Session,
            Name = category.Name,
            Description = category.Description,
            Summary = category.Summary,
            RecordedAt = category.RecordedAt,
            UpdatedAt = category.UpdatedAt,
        };
    }

    /// <summary>The category of this document.</summary>
    public Category ToCategory() => new()
    {
        Id = Id,
        Scope = new Scope(Workspace, UserId, AgentId, SessionId),
        Name = Name,
        Description = Description,
        Summary = Summary,
        RecordedAt = RecordedAt,
        UpdatedAt = UpdatedAt,
    };
}
