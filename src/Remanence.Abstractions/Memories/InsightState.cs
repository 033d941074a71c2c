using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>What is kept about a conclusion; the observations behind it are its <see cref="Memory.Links"/>.</summary>
public sealed record InsightState
{
    /// <summary>About whom or what it is; null when that is not known.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether it is not believed until it is drawn anew, because what it rested on does not hold any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }
}
