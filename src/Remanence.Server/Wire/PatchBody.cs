using System.Text.Json;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class PatchBody
{
    private static readonly string[] Members =
        ["content", "trigger", "keywords", "metadata", "event_time", "valid_from", "valid_to", "status", "score", "reason"];

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
                "event_time" => patch with { EventTime = EventTimeBody.Parse(value) },
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
}
