using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Compat.ReMe.Library;

/// <summary>Memories as ReMe's memory objects, fields in ReMe's order.</summary>
/// <param name="zone">The zone of their times.</param>
internal sealed class ReMeWriter(TimeZoneInfo zone)
{
    /// <summary>As responses show it: always of today's form and of the memory's own workspace, the score a number.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="score">Another score than its own, such as that of a search.</param>
    public JsonElement ToObject(Memory memory, double? score = null) => JsonBuild.Object(
    [
        new(ReMeFields.WorkspaceId, JsonBuild.Text(memory.Scope.Workspace)),
        new(ReMeFields.MemoryId, JsonBuild.Text(memory.Id)),
        new(ReMeFields.MemoryType, JsonBuild.Text(ReMeKinds.TypeOf(memory.Kind))),
        new(ReMeFields.WhenToUse, Field(ReMeFields.WhenToUse, memory)),
        new(ReMeFields.Content, Field(ReMeFields.Content, memory)),
        new(ReMeFields.Score, JsonBuild.Number(score ?? memory.Score ?? 0)),
        new(ReMeFields.TimeCreated, JsonBuild.Text(LocalTimes.Write(memory.RecordedAt, zone))),
        new(ReMeFields.TimeModified, JsonBuild.Text(LocalTimes.Write(memory.UpdatedAt, zone))),
        new(ReMeFields.Author, JsonBuild.Text(memory.Author)),
        new(ReMeFields.Metadata, Metadata(memory)),
        .. OfType(memory),
    ]);

    /// <summary>As a library keeps it: a line that came from one goes back as it came, but for what changed since.</summary>
    public string ToLine(Memory memory)
    {
        var members = WrittenFields.LegacyType(memory) is { } type ? Legacy(memory, type) : Current(memory);
        return PythonJson.Write(JsonBuild.Object(members));
    }

    private List<KeyValuePair<string, JsonElement>> Current(Memory memory) =>
    [
        new(ReMeFields.WorkspaceId, Field(ReMeFields.WorkspaceId, memory)),
        new(ReMeFields.MemoryId, JsonBuild.Text(memory.Id)),
        new(ReMeFields.MemoryType, JsonBuild.Text(ReMeKinds.TypeOf(memory.Kind))),
        new(ReMeFields.WhenToUse, Field(ReMeFields.WhenToUse, memory)),
        new(ReMeFields.Content, Field(ReMeFields.Content, memory)),
        new(ReMeFields.Score, Field(ReMeFields.Score, memory)),
        new(ReMeFields.TimeCreated, Field(ReMeFields.TimeCreated, memory)),
        new(ReMeFields.TimeModified, Field(ReMeFields.TimeModified, memory)),
        new(ReMeFields.Author, Field(ReMeFields.Author, memory)),
        new(ReMeFields.Metadata, Metadata(memory)),
        .. OfType(memory),
    ];

    private List<KeyValuePair<string, JsonElement>> Legacy(Memory memory, JsonElement type) =>
    [
        new(ReMeFields.WorkspaceId, Field(ReMeFields.WorkspaceId, memory)),
        new(ReMeFields.ExperienceId, JsonBuild.Text(memory.Id)),
        new(ReMeFields.ExperienceType, type),
        new(ReMeFields.WhenToUse, Field(ReMeFields.WhenToUse, memory)),
        new(ReMeFields.Content, Field(ReMeFields.Content, memory)),
        new(ReMeFields.Score, Field(ReMeFields.Score, memory)),
        new(ReMeFields.Metadata, Metadata(memory)),
    ];

    private List<KeyValuePair<string, JsonElement>> OfType(Memory memory) => ReMeKinds.TypeOf(memory.Kind) switch
    {
        ReMeFields.Personal =>
        [
            new(ReMeFields.Target, Field(ReMeFields.Target, memory)),
            new(ReMeFields.ReflectionSubject, JsonBuild.Text(memory.State?.Insight?.Subject ?? "")),
        ],
        ReMeFields.Tool => [new(ReMeFields.ToolCallResults, JsonBuild.Array(memory.State?.Tool?.Results ?? []))],
        _ => [],
    };

    private JsonElement Field(string name, Memory memory) => WrittenFields.Field(name, memory, zone);

    // The counts stand where they stood, else at the end; one that is nought and was not there stays away.
    private static JsonElement Metadata(Memory memory)
    {
        var members = JsonBuild.Members(memory.Metadata).ToList();
        Put(ReMeFields.Frequency, memory.Use.Retrieved);
        Put(ReMeFields.Utility, memory.Use.Helpful);

        // What is read back from the metadata stands there as it is, whatever a label says.
        var named = ReMeKinds.Named(memory.Metadata, ReMeFields.Metadata);
        if (ReMeKinds.TypeOf(memory.Kind) == ReMeFields.Personal
            && (named is null ? memory.Kind is not (MemoryKinds.Observation or MemoryKinds.Insight) : named != memory.Kind))
        {
            Set(ReMeFields.Kind, JsonBuild.Text(memory.Kind));
        }

        if (memory.State?.Experience?.Confidence is { } sure && sure != ReMeReader.Confidence(memory.Metadata))
        {
            Set(ReMeFields.Confidence, JsonBuild.Number(sure));
        }

        return JsonBuild.Object(members);

        void Set(string name, JsonElement value)
        {
            var at = members.FindIndex(member => member.Key == name);
            if (at < 0)
            {
                members.Add(new(name, value));
            }
            else
            {
                members[at] = new(name, value);
            }
        }

        void Put(string name, int count)
        {
            var at = members.FindIndex(member => member.Key == name);
            if (at < 0 && count > 0)
            {
                members.Add(new(name, JsonBuild.Number(count)));
            }
            else if (
                at >= 0
                && (count > 0 || (members[at].Value.ValueKind == JsonValueKind.Number && members[at].Value.TryGetInt32(out var stale) && stale > 0)))
            {
                members[at] = new(name, JsonBuild.Number(count));
            }
        }
    }
}
