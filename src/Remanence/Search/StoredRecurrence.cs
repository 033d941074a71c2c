using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.ReMe.Library;
using Remanence.Text.Time.Patterns;

namespace Remanence.Search;

/// <summary>A memory's recurrence as it is stored: a rule's text in the metadata member <c>_remanence.recurrence</c>.</summary>
internal static class StoredRecurrence
{
    /// <summary>Null when there is none, or none that can be read.</summary>
    public static Recurrence? Of(Memory memory) =>
        Aside.Get(memory, Aside.Recurrence) is { ValueKind: JsonValueKind.String } text ? RecurrenceText.Parse(text.GetString()) : null;

    /// <summary>The metadata with the recurrence.</summary>
    public static JsonElement? With(JsonElement? metadata, Recurrence recurrence) =>
        Aside.With(metadata, Aside.Recurrence, JsonBuild.Text(RecurrenceText.Format(recurrence)));
}
