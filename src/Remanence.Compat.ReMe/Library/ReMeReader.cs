using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.TaskMemory.Tools;

namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// ReMe's memory objects as memories: of today, of libraries of before September 2025, and rows of its <c>local</c> store. What a memory cannot say in its own
/// members, and fields written otherwise than <see cref="ReMeWriter"/> would, are kept in its state, so that the object comes back as it was.
/// </summary>
/// <param name="workspace">Where the memories go, whatever the objects say.</param>
/// <param name="time">The present, and the zone of times without one.</param>
internal sealed class ReMeReader(string workspace, TimeProvider time)
{
    // Half a surrogate pair hides in an escape only.
    private const string SurrogateEscape = "\\ud";

    /// <summary>Reads an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="at">Its place, for errors.</param>
    /// <exception cref="InvalidRequestException">It is none.</exception>
    public Memory Read(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonMembers.Wrong(at, "an object", json);
        }

        RequestRules.CheckMetadataWithin(at, json);
        return json.Member("unique_id") is null ? ReadObject(json, at) : ReadObject(StoreRow.ToObject(json, at), at);
    }

    private Memory ReadObject(JsonElement json, string at)
    {
        var metadata = ReadMetadata(json, at);
        var now = time.GetUtcNow();
        var created = ReadTime(json.Member(ReMeFields.TimeCreated) ?? metadata?.Member("created_time"), $"{at}.{ReMeFields.TimeCreated}");
        var modified = ReadTime(json.Member(ReMeFields.TimeModified) ?? metadata?.Member("modified_time"), $"{at}.{ReMeFields.TimeModified}");
        var trigger = Blank(json.Text(ReMeFields.WhenToUse, at));
        var recorded = created ?? modified ?? now;
        var memory = new Memory
        {
            Id = ReadId(json, at),
            Scope = new Scope(workspace),
            Kind = ReMeKinds.Read(json, metadata, at),
            Author = ReadAuthor(json, metadata, at),
            Name = Blank(json.Text(ReMeFields.Target, at)),
            Trigger = trigger,
            Content = Blank(json.Text(ReMeFields.Content, at)) ?? trigger ?? throw Empty(at),
            Score = json.Number(ReMeFields.Score, at) is { } score ? Math.Clamp(score, 0, 1) : null,
            ObservedAt = recorded,
            RecordedAt = recorded,
            UpdatedAt = modified ?? recorded,
            Use = ReadUse(metadata),
            Metadata = metadata,
        };
        Check(memory, at);
        return new Memory(memory) { State = ReadState(json, memory, at) };
    }

    private MemoryState ReadState(JsonElement json, Memory memory, string at)
    {
        var results = json.Member(ReMeFields.ToolCallResults);
        if (results is { } calls)
        {
            // Read once, so that what cannot be understood is refused here and not when it is used.
            ToolCallResults.Check(calls, $"{at}.{ReMeFields.ToolCallResults}");
        }

        return new MemoryState
        {
            Insight = json.Text(ReMeFields.ReflectionSubject, at) is { Length: > 0 } subject ? new InsightState { Subject = subject } : null,
            Experience = Confidence(memory.Metadata) is { } sure ? new ExperienceState { Confidence = sure } : null,
            Tool = results is { } kept ? new ToolState { Results = [.. kept.EnumerateArray()] } : null,
            Foreign = WrittenFields.Of(json, memory, time.LocalTimeZone),
        };
    }

    /// <summary>How sure of a lesson was who drew it: ReMe has it among the metadata, where a caller's word changes nothing here.</summary>
    public static double? Confidence(JsonElement? metadata) =>
        metadata?.Member(ReMeFields.Confidence) is { } said && JsonMembers.TryNumber(said, out var number) && number is { } sure
            ? Math.Clamp(sure, 0, 1)
            : null;

    private string ReadId(JsonElement json, string at)
    {
        var id = json.Text(ReMeFields.MemoryId, at) is { Length: > 0 } given ? given : json.Text(ReMeFields.ExperienceId, at);

        // The same line without an id is the same memory.
        return string.IsNullOrEmpty(id) ? Identifiers.From("reme", workspace, json.GetRawText()) : id;
    }

    private static JsonElement? ReadMetadata(JsonElement json, string at)
    {
        var metadata = json.Object(ReMeFields.Metadata, at);
        if (metadata is { } value && value.GetRawText().Contains(SurrogateEscape, StringComparison.OrdinalIgnoreCase))
        {
            JsonMembers.AnyText(value, $"{at}.{ReMeFields.Metadata}");
        }

        return metadata;
    }

    private DateTimeOffset? ReadTime(JsonElement? json, string at)
    {
        if (json is not { } value || JsonMembers.AnyText(value, at) is not { Length: > 0 } text)
        {
            return null;
        }

        return LocalTimes.TryParse(text, time.LocalTimeZone, out var read)
            ? read
            : throw new InvalidRequestException(at, $"{at} is {Diagnostics.Printable.Show(text)}; write it as 2025-09-10 09:00:00 or in RFC 3339.");
    }

    private static string ReadAuthor(JsonElement json, JsonElement? metadata, string at) =>
        Blank(json.Text(ReMeFields.Author, at))
        ?? (metadata?.Member(ReMeFields.Author) is { ValueKind: JsonValueKind.String } named ? Blank(JsonMembers.Text(named, at)) : null)
        ?? Memory.Verbatim;

    private static MemoryUse ReadUse(JsonElement? metadata)
    {
        var use = new MemoryUse { Retrieved = Count(metadata, ReMeFields.Frequency), Helpful = Count(metadata, ReMeFields.Utility) };
        return use == MemoryUse.None ? MemoryUse.None : use;
    }

    private static int Count(JsonElement? metadata, string name) =>
        metadata?.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) ? Math.Max(count, 0) : 0;

    // What is read here must be exportable and importable like everything else.
    private static void Check(Memory memory, string at)
    {
        RequestRules.CheckId($"{at}.{ReMeFields.MemoryId}", memory.Id);
        RequestRules.CheckId($"{at}.{ReMeFields.Author}", memory.Author);
        RequestRules.CheckId($"{at}.{ReMeFields.Target}", memory.Name);
        RequestRules.CheckId($"{at}.{ReMeFields.Metadata}.{ReMeFields.Kind}", memory.Kind);
        RequestRules.CheckMetadata($"{at}.{ReMeFields.Metadata}", memory.Metadata);
        RequestRules.CheckText($"{at}.{ReMeFields.Content}", memory.Content, ServiceLimits.MaxMessageLength);
        if (memory.Trigger is { } trigger)
        {
            RequestRules.CheckText($"{at}.{ReMeFields.WhenToUse}", trigger, ServiceLimits.MaxMessageLength);
        }
    }

    private static InvalidRequestException Empty(string at) =>
        new($"{at}.{ReMeFields.Content}", $"{at} has neither {ReMeFields.Content} nor {ReMeFields.WhenToUse}: give it a text.");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
