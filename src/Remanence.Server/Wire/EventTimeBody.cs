using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Server.Wire;

internal static class EventTimeBody
{
    private static readonly string[] Members = ["start", "end", "precision"];

    public static EventTimeDocument Parse(JsonElement value)
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
                default: throw JsonFields.Unknown(member.Name, "event_time", Members);
            }
        }

        return new EventTimeDocument(
            start ?? throw JsonFields.Missing(new Field("event_time", Member: "start"), "give the first instant."),
            end ?? throw JsonFields.Missing(new Field("event_time", Member: "end"), "give the first instant after."),
            precision);
    }
}
