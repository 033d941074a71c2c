using System.Text.Json.Serialization;

namespace Remanence.Memories;

/// <summary>The task runs behind an experience. Compared by content.</summary>
public sealed record ExperienceState
{
    /// <summary>By what the runs are known again, the newest at the end.</summary>
    public IReadOnlyList<string> Runs { get; init => field = ValueList.Of(value); } = ValueList.Of<string>(null);

    /// <summary>Whether the text says how runs that ended otherwise differed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Contrast { get; init; }

    /// <summary>How sure of it was who drew the lesson, 0 to 1; null: not said.</summary>
    public double? Confidence { get; init; }
}
