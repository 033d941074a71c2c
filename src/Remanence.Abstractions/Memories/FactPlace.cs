using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>Where in what was told a fact stands: of two that were said at one time the one that stands later was said later.</summary>
public sealed record FactPlace
{
    /// <summary>By what the message is known again, one of those in <see cref="FactState.Said"/>.</summary>
    public string Said { get; init; } = string.Empty;

    /// <summary>When the conversation came, by which those of one time are told apart.</summary>
    public DateTimeOffset Came { get; init; }

    /// <summary>The place in the conversation of the message that says it, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Message { get; init; }

    /// <summary>Its place among the facts of that message, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Part { get; init; }
}
