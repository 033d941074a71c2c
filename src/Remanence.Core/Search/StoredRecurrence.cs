using Remanence.Memories;
using Remanence.Text.Time.Patterns;

namespace Remanence.Search;

/// <summary>A memory's recurrence as it is stored: a rule's text in its <see cref="Memory.State"/>.</summary>
internal static class StoredRecurrence
{
    /// <summary>Null when there is none, or none that can be read.</summary>
    public static Recurrence? Of(Memory memory) => memory.State?.Recurrence is { } text ? RecurrenceText.Parse(text) : null;
}
