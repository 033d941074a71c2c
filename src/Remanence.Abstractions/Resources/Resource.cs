using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Resources;

/// <summary>A raw input, kept so that every memory can show where it came from. The messages of a conversation are kept apart.</summary>
public sealed record Resource
{
    /// <summary>Unique in its workspace; opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Where it belongs.</summary>
    public required Scope Scope { get; init; }

    /// <summary>One of <see cref="Modalities"/>.</summary>
    public required string Modality { get; init; }

    /// <summary>The caller's name for it, such as a file name.</summary>
    public string? Name { get; init; }

    /// <summary>The media type of the input.</summary>
    public string? MediaType { get; init; }

    /// <summary>The text of a document; null for a conversation.</summary>
    public string? Text { get; init; }

    /// <summary>The caller's own JSON object; kept and returned as it came.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>What Remanence itself keeps about it; null: nothing.</summary>
    public ResourceState? State { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
