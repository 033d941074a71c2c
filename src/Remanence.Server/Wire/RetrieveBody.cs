using System.Text.Json;
using Remanence.Json;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class RetrieveBody
{
    private static readonly string[] Members =
        ["query", "top_k", "kinds", "filter", "user_id", "agent_id", "session_id", "as_of", "now", "max_tokens", "explain"];

    public static RetrieveRequest Parse(JsonElement body)
    {
        var request = new RetrieveRequest { Query = string.Empty };
        var asked = false;
        foreach (var member in body.EnumerateObject())
        {
            var value = member.Value;
            asked |= member.NameEquals("query"u8);
            request = member.Name switch
            {
                "query" => request with { Query = JsonFields.Text(value, "query") },
                "top_k" => request with { TopK = JsonFields.Integer(value, "top_k") },
                "kinds" => request with { Kinds = JsonFields.OptionalTexts(value, "kinds", ServiceLimits.MaxFilterNodes) },
                "filter" => request with { Filter = JsonFields.IsNull(value) ? null : MemoryFilterJson.Parse(value) },
                "user_id" => request with { UserId = JsonFields.Id(value, "user_id") },
                "agent_id" => request with { AgentId = JsonFields.Id(value, "agent_id") },
                "session_id" => request with { SessionId = JsonFields.Id(value, "session_id") },
                "as_of" => request with { AsOf = JsonFields.OptionalTime(value, "as_of") },
                "now" => request with { Now = JsonFields.OptionalTime(value, "now") },
                "max_tokens" => request with { MaxTokens = JsonFields.IsNull(value) ? null : JsonFields.Integer(value, "max_tokens") },
                "explain" => request with { Explain = JsonFields.Flag(value, "explain") },
                _ => throw JsonFields.Unknown(member.Name, string.Empty, Members),
            };
        }

        return asked ? request : throw JsonFields.Missing("query", "say what to look for.");
    }
}
