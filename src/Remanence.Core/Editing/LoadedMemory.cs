using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Editing;

/// <summary>A memory that comes from another format into a workspace that has it already.</summary>
internal static class LoadedMemory
{
    /// <summary>
    /// The memory that stands, with what the other format says of it. A library of ReMe has no member for what a fact is about, for its sources and times, for
    /// the runs behind a lesson: where it brings the same words, these stay as they are; other words are another statement.
    /// </summary>
    /// <param name="standing">As it stands.</param>
    /// <param name="loaded">As the format has it, under the same id.</param>
    public static Memory Over(Memory standing, Memory loaded)
    {
        if (loaded.Content != standing.Content || loaded.Trigger != standing.Trigger || loaded.Kind != standing.Kind)
        {
            return loaded;
        }

        var state = standing.State ?? new MemoryState();
        return new Memory(standing)
        {
            Author = loaded.Author,
            Name = loaded.Name,
            Score = loaded.Score,
            UpdatedAt = loaded.UpdatedAt,
            Use = loaded.Use,
            Metadata = loaded.Metadata,
            State = state with
            {
                Experience = AreSame(standing.Metadata, loaded.Metadata) ? state.Experience : Sure(state.Experience, loaded.State?.Experience),
                Tool = loaded.State?.Tool,
                Foreign = loaded.State?.Foreign,
            },
        };
    }

    // How sure a lesson is stands in the library, and may have been changed there.
    private static ExperienceState? Sure(ExperienceState? standing, ExperienceState? loaded) =>
        loaded?.Confidence is { } sure ? (standing ?? loaded) with { Confidence = sure } : standing;

    private static bool AreSame(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null && other is null;
}
