using System.Text.Json;

namespace Remanence.Server.Wire;

internal static class WorkBody
{
    private static readonly string[] Members = ["user_id", "agent_id", "session_id", "wait"];

    public static WorkRequest Parse(JsonElement body)
    {
        var request = new WorkRequest();
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            request = member.Name switch
            {
                "user_id" => request with { UserId = JsonFields.Id(value, "user_id") },
                "agent_id" => request with { AgentId = JsonFields.Id(value, "agent_id") },
                "session_id" => request with { SessionId = JsonFields.Id(value, "session_id") },
                "wait" => request with { Wait = JsonFields.Flag(value, "wait") },
                _ => throw JsonFields.Unknown(member.Name, string.Empty, Members),
            };
        }

        return request;
    }
}
