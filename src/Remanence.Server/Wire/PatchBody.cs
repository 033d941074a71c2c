using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class PatchBody
{
    private static readonly string[] Members =
        ["content", "trigger", "keywords", "metadata", "event_time", "valid_from", "valid_to", "status", "score", "reason"];

    private static readonly string[] EventTimeMembers = ["start", "end", "precision"];

    public static MemoryPatch Parse(JsonElement body)
    {
        var patch = new MemoryPatch();
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            if (JsonFields.IsNull(value) && Members.Contains(member.Name, StringComparer.Ordinal))
            {
                // Passing over it would look as if the member had been cleared.
                throw new InvalidRequestException(member.Name, $"{member.Name} cannot be cleared with null; leave it out to keep it as it is.");
            }

            patch = member.Name switch
            {
                "content" => patch with { Content = JsonFields.Text(value, "content") },
                "trigger" => patch with { Trigger = JsonFields.Text(value, "trigger") },
                "keywords" => patch with { Keywords = JsonFields.OptionalTexts(value, "keywords", ServiceLimits.MaxKeywords) },
                "metadata" => patch with { Metadata = JsonFields.OptionalObject(value, "metadata") },
                "event_time" => patch with { EventTime = ParseEventTime(value) },
                "valid_from" => patch with { ValidFrom = JsonFields.Time(value, "valid_from") },
                "valid_to" => patch with { ValidTo = JsonFields.Time(value, "valid_to") },
                "status" => patch with { Status = EnumNames<MemoryStatus>.Parse(value, "status") },
                "score" => patch with { Score = JsonFields.Number(value, "score") },
                "reason" => patch with { Reason = JsonFields.Text(value, "reason") },
                _ => throw JsonFields.Unknown(member.Name, string.Empty, Members),
            };
        }

        return patch;
    }

    private static EventTimeDocument ParseEventTime(JsonElement value)
    {
        DateTimeOffset? start = null, end = null;
        var precision = TimePrecision.Instant;
        foreach (var member in JsonFields.Object(value, "event_time").EnumerateObject())
        {
            var field = new Field("event_time", Member: member.Name);
            switch (member.Name)
            {
                case "start": start = JsonFields.Time(member.Value, field); break;
                case "end": end = JsonFields.Time(member.Value, field); break;
                case "precision": precision = EnumNames<TimePrecision>.Parse(member.Value, field); break;
                default: throw JsonFields.Unknown(member.Name, "event_time", EventTimeMembers);
            }
        }

        return new EventTimeDocument(
            start ?? throw JsonFields.Missing(new Field("event_time", Member: "start"), "give the first instant."),
            end ?? throw JsonFields.Missing(new Field("event_time", Member: "end"), "give the first instant after."),
            precision);
    }
}
