using System.Text.Json;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class AddMemoryBody
{
    private static readonly string[] Members =
        ["content", "kind", "trigger", "keywords", "metadata", "event_time", "observed_at", "score", "user_id", "agent_id", "session_id"];

    public static AddMemoryRequest Parse(JsonElement body, string? idempotencyKey)
    {
        string? content = null;
        var request = new AddMemoryRequest { Content = string.Empty, IdempotencyKey = idempotencyKey };
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "content": content = JsonFields.Text(value, "content"); break;
                case "kind": request = request with { Kind = JsonFields.Text(value, "kind") }; break;
                case "trigger": request = request with { Trigger = JsonFields.OptionalText(value, "trigger") }; break;
                case "keywords": request = request with { Keywords = JsonFields.OptionalTexts(value, "keywords", ServiceLimits.MaxKeywords) }; break;
                case "metadata": request = request with { Metadata = JsonFields.OptionalObject(value, "metadata") }; break;
                case "event_time": request = request with { EventTime = JsonFields.IsNull(value) ? null : EventTimeBody.Parse(value) }; break;
                case "observed_at": request = request with { ObservedAt = JsonFields.OptionalMessageTime(value, "observed_at") }; break;
                case "score": request = request with { Score = JsonFields.IsNull(value) ? null : JsonFields.Number(value, "score") }; break;
                case "user_id": request = request with { UserId = JsonFields.Id(value, "user_id") }; break;
                case "agent_id": request = request with { AgentId = JsonFields.Id(value, "agent_id") }; break;
                case "session_id": request = request with { SessionId = JsonFields.Id(value, "session_id") }; break;
                default: throw JsonFields.Unknown(member.Name, string.Empty, Members);
            }
        }

        return request with { Content = content ?? throw JsonFields.Missing("content", "say what to remember.") };
    }
}
