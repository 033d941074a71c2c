using System.Text;
using System.Text.Json;
using Remanence.Json;
using Remanence.Messages;

namespace Remanence.Flows.Slots;

/// <summary>
/// Messages as agents send them: a role that is missing is <c>user</c>, a content that is null is empty, one in parts is the text of its parts, and the time is
/// <c>time</c> or ReMe's <c>time_created</c>.
/// </summary>
internal static class MessageReader
{
    public static bool Read(JsonElement json, out IReadOnlyList<Message> value, out JsonFault? fault)
    {
        (value, fault) = ([], null);
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var messages = new List<Message>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item, $"[{messages.Count}]", ref fault) is not { } message)
            {
                return false;
            }

            messages.Add(message);
        }

        value = messages;
        return true;
    }

    private static Message? Read(JsonElement json, string path, ref JsonFault? fault)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            fault = new JsonFault(path, $"must be an object, but is {JsonShapes.Describe(json)}.");
            return null;
        }

        var (id, role, name, content, time) = (Text(json, "id", path, ref fault), Text(json, "role", path, ref fault), Text(json, "name", path, ref fault),
            Content(json, path, ref fault), Time(json, path, ref fault));
        return fault is null ? new Message { Id = id, Role = role ?? "user", Name = name, Content = content, Time = time } : null;
    }

    private static string? Text(JsonElement json, string property, string path, ref JsonFault? fault)
    {
        if (!json.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            fault ??= new JsonFault($"{path}.{property}", $"must be a string, but is {JsonShapes.Describe(value)}.");
            return null;
        }

        return value.GetString() is { Length: > 0 } text ? text : null;
    }

    private static string Content(JsonElement json, string path, ref JsonFault? fault)
    {
        if (!json.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array)
        {
            return Text(json, "content", path, ref fault) ?? string.Empty;
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            var words = part.ValueKind switch
            {
                JsonValueKind.String => part.GetString(),
                JsonValueKind.Object => Text(part, "text", path + ".content", ref fault),
                _ => null,
            };
            if (words is not null)
            {
                text.Append(text.Length == 0 ? string.Empty : "\n").Append(words);
            }
        }

        return text.ToString();
    }

    private static DateTimeOffset? Time(JsonElement json, string path, ref JsonFault? fault)
    {
        var property = json.TryGetProperty("time", out _) ? "time" : "time_created";
        if (Text(json, property, path, ref fault) is not { } text)
        {
            return null;
        }

        if (JsonTime.TryParse(text, out var time))
        {
            return time;
        }

        fault ??= new JsonFault(
            $"{path}.{property}",
            $"must be a time such as \"2026-05-07T10:00:00Z\", but is {JsonShapes.Describe(json.GetProperty(property))}.");
        return null;
    }
}
