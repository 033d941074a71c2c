using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.ReMe.Library;

/// <summary>
/// Fields of an object that were written otherwise than Remanence writes them: a score of null, a time with a zone, an empty author. Each is used again as long as it
/// still says what the memory says.
/// </summary>
internal static class WrittenFields
{
    /// <summary>The member aside that holds them.</summary>
    public const string Name = "written";

    /// <summary>The member aside that marks a line of an old library; it holds that line's <c>experience_type</c>.</summary>
    public const string Legacy = "experience_type";

    private static readonly string[] Names =
    [
        ReMeFields.WorkspaceId, ReMeFields.WhenToUse, ReMeFields.Content, ReMeFields.Score, ReMeFields.TimeCreated, ReMeFields.TimeModified, ReMeFields.Author,
        ReMeFields.Target,
    ];

    /// <summary>The fields of the object that would be lost; null when there is none.</summary>
    public static JsonElement? Of(JsonElement json, Memory memory, TimeZoneInfo zone)
    {
        var written = new List<KeyValuePair<string, JsonElement>>();
        foreach (var name in Names)
        {
            if (json.TryGetProperty(name, out var value) && !SameText(value, Canonical(name, memory, zone)))
            {
                written.Add(new(name, value));
            }
        }

        return written.Count == 0 ? null : JsonBuild.Object(written);
    }

    /// <summary>The field as it is to be written.</summary>
    public static JsonElement Field(string name, Memory memory, TimeZoneInfo zone)
    {
        var canonical = Canonical(name, memory, zone);
        return Aside.Get(memory, Name) is { } kept && kept.TryGetProperty(name, out var written) && StillSays(name, written, memory, zone) ? written : canonical;
    }

    private static JsonElement Canonical(string name, Memory memory, TimeZoneInfo zone) => name switch
    {
        ReMeFields.WorkspaceId => JsonBuild.Text(memory.Scope.Workspace),
        ReMeFields.WhenToUse => JsonBuild.Text(memory.Trigger ?? ""),
        ReMeFields.Content => JsonBuild.Text(memory.Content),
        ReMeFields.Score => JsonBuild.Number(memory.Score ?? 0),
        ReMeFields.TimeCreated => JsonBuild.Text(LocalTimes.Write(memory.RecordedAt, zone)),
        ReMeFields.TimeModified => JsonBuild.Text(LocalTimes.Write(memory.UpdatedAt, zone)),
        ReMeFields.Author => JsonBuild.Text(memory.Author),
        ReMeFields.Target => JsonBuild.Text(memory.Name ?? memory.Scope.User ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static bool StillSays(string name, JsonElement written, Memory memory, TimeZoneInfo zone) => name switch
    {
        // A memory remembers the workspace of the library that it came from.
        ReMeFields.WorkspaceId => true,
        ReMeFields.WhenToUse => memory.Trigger is null,
        ReMeFields.Content => memory.Content == memory.Trigger,
        ReMeFields.Score => JsonMembers.TryNumber(written, out var score) && (score is { } number ? Math.Clamp(number, 0, 1) : null) == memory.Score,
        ReMeFields.TimeCreated => written.ValueKind == JsonValueKind.Null || SaysTime(written, memory.RecordedAt, zone),
        ReMeFields.TimeModified => written.ValueKind == JsonValueKind.Null ? memory.UpdatedAt == memory.RecordedAt : SaysTime(written, memory.UpdatedAt, zone),
        ReMeFields.Author => memory.Author == Memory.Verbatim,
        _ => memory.Name is null,
    };

    private static bool SaysTime(JsonElement written, DateTimeOffset time, TimeZoneInfo zone) =>
        written.ValueKind == JsonValueKind.String && LocalTimes.TryParse(written.GetString()!, zone, out var read) && read == time;

    private static bool SameText(JsonElement value, JsonElement canonical) =>
        value.ValueKind == canonical.ValueKind && PythonJson.Write(value) == PythonJson.Write(canonical);
}
