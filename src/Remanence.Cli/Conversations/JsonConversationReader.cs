using System.Text.Json;
using Remanence.Cli.Errors;
using Remanence.Cli.Options;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

/// <summary>Messages as JSON: an array, an object with <c>messages</c>, or an object a line.</summary>
internal static class JsonConversationReader
{
    /// <summary>Reads the messages; null when the text is no JSON at all, such as a note that starts with a bracket.</summary>
    public static List<Message>? TryRead(string text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReadDocument(document.RootElement, source);
        }
        catch (JsonException whole)
        {
            return text.AsSpan().TrimStart()[0] == '{' ? ReadLines(text, source) : RefuseOrNull(text, source, whole);
        }
    }

    // "[1] buy milk" is a note; "[{" is JSON that was cut off or mistyped, and storing it as text would hide that.
    private static List<Message>? RefuseOrNull(string text, string source, JsonException e)
    {
        var rest = text.AsSpan().TrimStart()[1..].TrimStart();
        return rest.Length > 0 && rest[0] == '{'
            ? throw new UsageException($"{source} is not valid JSON (line {e.LineNumber + 1}); was it cut off?", e)
            : null;
    }

    private static List<Message> ReadDocument(JsonElement root, string source)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return [.. root.EnumerateArray().Select((item, i) => ReadMessage(item, $"{source}: message {i + 1}"))];
        }

        if (root.TryGetProperty("messages", out var messages))
        {
            return messages.ValueKind == JsonValueKind.Array
                ? [.. messages.EnumerateArray().Select((item, i) => ReadMessage(item, $"{source}: message {i + 1}"))]
                : throw new UsageException($"{source}: \"messages\" must be an array.");
        }

        return [ReadMessage(root, $"{source}: message 1")];
    }

    private static List<Message> ReadLines(string text, string source)
    {
        var messages = new List<Message>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line.ToString());
                messages.Add(ReadMessage(document.RootElement, $"{source} line {number}"));
            }
            catch (JsonException e)
            {
                throw new UsageException($"{source} line {number} is not valid JSON; was the file cut off?", e);
            }
        }

        return messages;
    }

    private static Message ReadMessage(JsonElement item, string where)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new UsageException($"{where} must be an object with role and content.");
        }

        var role = Text(item, "role", where) ?? "user";
        return new Message
        {
            Id = Text(item, "id", where),
            Role = MessageRules.RoleOf(role) ?? role,
            Name = Text(item, "name", where),
            Content = Content(item, where),
            Time = Time(item, where),
        };
    }

    private static string Content(JsonElement item, string where)
    {
        if (!item.TryGetProperty("content", out var content))
        {
            throw new UsageException($"{where} has no content.");
        }

        // Chat APIs also write content as parts; what is not text has no words to remember.
        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(Part).OfType<string>()),
            _ => throw new UsageException($"{where}: content must be text."),
        };
    }

    private static string? Part(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString(),
        JsonValueKind.Object when part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String => text.GetString(),
        _ => null,
    };

    private static string? Text(JsonElement item, string name, string where)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new UsageException($"{where}: {name} must be text."),
        };
    }

    private static DateTimeOffset? Time(JsonElement item, string where)
    {
        if (Text(item, "time", where) is not { } text)
        {
            return null;
        }

        return TimeOption.TryParse(text, out var time)
            ? time
            : throw new UsageException($"{where}: the time \"{text}\" cannot be read; write it like 2026-05-08T13:56:00Z.");
    }
}
