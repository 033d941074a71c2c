using System.Text.Json;
using Remanence.Messages;
using Remanence.Services;

namespace Remanence.Server.Wire;

internal static class MemorizeBody
{
    private static readonly string[] Members = ["messages", "user_id", "agent_id", "session_id", "infer", "wait"];
    private static readonly string[] MessageMembers = ["id", "role", "name", "content", "time"];

    public static MemorizeRequest Parse(JsonElement body, string? idempotencyKey)
    {
        IReadOnlyList<Message>? messages = null;
        string? user = null, agent = null, session = null;
        bool infer = true, wait = false;
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case "messages": messages = ParseMessages(member.Value); break;
                case "user_id": user = JsonFields.Id(member.Value, "user_id"); break;
                case "agent_id": agent = JsonFields.Id(member.Value, "agent_id"); break;
                case "session_id": session = JsonFields.Id(member.Value, "session_id"); break;
                case "infer": infer = JsonFields.Flag(member.Value, "infer"); break;
                case "wait": wait = JsonFields.Flag(member.Value, "wait"); break;
                default: throw JsonFields.Unknown(member.Name, string.Empty, Members);
            }
        }

        return new MemorizeRequest
        {
            Messages = messages ?? throw JsonFields.Missing("messages", "send an array such as [{\"role\": \"user\", \"content\": \"…\"}]."),
            UserId = user,
            AgentId = agent,
            SessionId = session,
            Infer = infer,
            Wait = wait,
            IdempotencyKey = idempotencyKey,
        };
    }

    private static Message[] ParseMessages(JsonElement value)
    {
        // Counted before anything is made of them.
        JsonFields.RequireArray(value, "messages", ServiceLimits.MaxMessages);
        var messages = new Message[value.GetArrayLength()];
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            messages[at] = ParseMessage(item, at);
            at++;
        }

        return messages;
    }

    private static Message ParseMessage(JsonElement value, int at)
    {
        string? id = null, role = null, name = null, content = null;
        DateTimeOffset? time = null;
        foreach (var member in JsonFields.Object(value, new Field("messages", at)).EnumerateObject())
        {
            switch (member.Name)
            {
                case "id": id = JsonFields.OptionalText(member.Value, new Field("messages", at, "id")); break;
                case "role": role = JsonFields.Text(member.Value, new Field("messages", at, "role")); break;
                case "name": name = JsonFields.OptionalText(member.Value, new Field("messages", at, "name")); break;
                case "content": content = JsonFields.Text(member.Value, new Field("messages", at, "content")); break;
                case "time": time = JsonFields.OptionalMessageTime(member.Value, new Field("messages", at, "time")); break;
                default: throw JsonFields.Unknown(member.Name, new Field("messages", at), MessageMembers);
            }
        }

        return new Message
        {
            Id = id,
            Role = role ?? throw JsonFields.Missing(new Field("messages", at, "role"), "say who spoke: user, assistant, system or tool."),
            Name = name,
            Content = content ?? throw JsonFields.Missing(new Field("messages", at, "content"), "say what was said."),
            Time = time,
        };
    }
}
