using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// Fields of an object that were written otherwise than Remanence writes them: a score of null, a time with a zone, an empty author. Each is used again as long
/// as it still says what the memory says.
/// </summary>
internal static class WrittenFields
{
    private static readonly string[] Names =
    [
        ReMeFields.WorkspaceId, ReMeFields.WhenToUse, ReMeFields.Content, ReMeFields.Score, ReMeFields.TimeCreated, ReMeFields.TimeModified, ReMeFields.Author,
        ReMeFields.Target,
    ];

    /// <summary>The fields of the object that would be lost, and the type by which a line of an old library is known; null when there is none.</summary>
    public static ForeignState? Of(JsonElement json, Memory memory, TimeZoneInfo zone)
    {
        var written = new List<KeyValuePair<string, JsonElement>>();
        foreach (var name in Names)
        {
            if (json.TryGetProperty(name, out var value) && !SameText(value, Canonical(name, memory, zone)))
            {
                written.Add(new(name, value));
            }
        }

        if (json.TryGetProperty(ReMeFields.ExperienceId, out _))
        {
            written.Add(new(ReMeFields.ExperienceType, json.Member(ReMeFields.ExperienceType) ?? JsonBuild.Text("text")));
        }

        return written.Count == 0 ? null : new ForeignState { Format = ForeignState.ReMe, Fields = JsonBuild.Object(written) };
    }

    /// <summary>The field as it is to be written.</summary>
    public static JsonElement Field(string name, Memory memory, TimeZoneInfo zone)
    {
        var canonical = Canonical(name, memory, zone);
        return Kept(memory, name) is { } written && StillSays(name, written, memory, zone) ? written : canonical;
    }

    /// <summary>The type of a line of an old library; null for every other memory.</summary>
    public static JsonElement? LegacyType(Memory memory) => Kept(memory, ReMeFields.ExperienceType);

    // What was written as null is kept, too.
    private static JsonElement? Kept(Memory memory, string name) =>
        memory.State?.Foreign is { Format: ForeignState.ReMe, Fields.ValueKind: JsonValueKind.Object } kept && kept.Fields.TryGetProperty(name, out var written)
            ? written
            : null;

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
