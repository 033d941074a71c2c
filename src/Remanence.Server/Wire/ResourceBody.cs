using System.Text.Json;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class ResourceBody
{
    public static readonly string[] Members = ["modality", "name", "media_type", "text", "metadata", "user_id", "agent_id", "session_id"];

    public static ResourceRequest Parse(JsonElement body, string? idempotencyKey)
    {
        var request = new ResourceRequest { Text = string.Empty, IdempotencyKey = idempotencyKey };
        var given = false;
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            given |= member.NameEquals("text"u8);
            request = member.Name switch
            {
                "modality" => request with { Modality = JsonFields.OptionalText(value, "modality") ?? request.Modality },
                "name" => request with { Name = JsonFields.OptionalText(value, "name") },
                "media_type" => request with { MediaType = JsonFields.OptionalText(value, "media_type") },
                "text" => request with { Text = JsonFields.Text(value, "text") },
                "metadata" => request with { Metadata = JsonFields.OptionalObject(value, "metadata") },
                "user_id" => request with { UserId = JsonFields.Id(value, "user_id") },
                "agent_id" => request with { AgentId = JsonFields.Id(value, "agent_id") },
                "session_id" => request with { SessionId = JsonFields.Id(value, "session_id") },
                _ => throw JsonFields.Unknown(member.Name, string.Empty, Members),
            };
        }

        return given ? request : throw JsonFields.Missing("text", "send the document's text.");
    }
}
