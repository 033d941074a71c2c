using System.Text.Json.Serialization;

namespace Remanence.Resources;

/// <summary>
/// What Remanence itself keeps about a resource, beside the caller's own <see cref="Resource.Metadata"/>: shown in answers, never taken from a request.
/// </summary>
public sealed record ResourceState
{
    /// <summary>The version that this Remanence writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the members below; one that is newer than <see cref="CurrentVersion"/> cannot be read.</summary>
    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Whether memories were made of a conversation's messages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Consolidated { get; init; }
}
