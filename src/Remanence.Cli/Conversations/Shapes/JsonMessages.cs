using System.Text.Json;
using Remanence.Cli.Errors;
using Remanence.Diagnostics;
using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Messages as JSON: an array, an object with <c>messages</c>, or an object a line.</summary>
internal sealed class JsonMessages : ConversationShape
{
    private static readonly string[] Members = ["id", "role", "name", "content"];
    private static readonly string[] Speakers = ["name", "speaker", "author", "from", "sender"];

    // What chat APIs write beside the words.
    private static readonly string[] Wordless = ["tool_calls", "tool_call_id", "function_call", "refusal", "annotations", "audio"];

    public override string Name => "messages as a JSON array, {\"messages\": […]} or JSON lines, each with role, content, and maybe name and time";

    public override Conversation? TryRead(ConversationText file)
    {
        if (file.Root is { } root)
        {
            // An object that has nothing of a message is something else altogether.
            if (First(root) is { ValueKind: JsonValueKind.Object } first && !Members.Concat(Speakers).Any(name => first.Member(name) is not null))
            {
                return null;
            }

            return new Conversation(ReadDocument(root, file.Source));
        }

        // "[1] buy milk" is a note; "[{" is JSON that was cut off or mistyped, and storing it as text would hide that.
        var start = file.Text.AsSpan().TrimStart();
        return start[0] == '{' ? new Conversation([.. ReadLines(new StringReader(file.Text), file.Source)])
            : start[0] == '[' && start[1..].TrimStart() is ['{', ..]
                ? throw new UsageException($"{file.Source} is not valid JSON{Place(file.Text)}; was it cut off?")
            : null;
    }

    private static JsonElement? First(JsonElement root) => root.Member("messages") is { } messages ? First(messages)
        : root.ValueKind != JsonValueKind.Array ? root
        : root.GetArrayLength() > 0 ? root[0] : null;

    private static string Place(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return string.Empty;
        }
        catch (JsonException e)
        {
            return $" (line {e.LineNumber + 1})";
        }
    }

    private static List<Message> ReadDocument(JsonElement root, string source)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return ReadItems(root, source);
        }

        if (root.TryGetProperty("messages", out var messages))
        {
            return messages.ValueKind == JsonValueKind.Array
                ? ReadItems(messages, source)
                : throw new UsageException($"{source}: \"messages\" must be an array.");
        }

        return ReadMessage(root, $"{source}: message 1") is { } message ? [message] : [];
    }

    private static List<Message> ReadItems(JsonElement items, string source) =>
        [.. items.EnumerateArray().Select((item, i) => ReadMessage(item, $"{source}: message {i + 1}")).OfType<Message>()];

    /// <summary>Whether a line is a message, and of no other shape whose lines are JSON.</summary>
    public static bool IsLine(string? line) =>
        line is not null
        && new ConversationText(line, string.Empty).Root is { ValueKind: JsonValueKind.Object } item
        && item.Member("content") is not null
        && (item.Member("role") is not null || Speakers.Any(name => item.Member(name) is not null));

    /// <summary>Messages that are JSON, one a line, read while they are asked for.</summary>
    /// <param name="reader">The lines.</param>
    /// <param name="source">What they are called in errors.</param>
    public static IEnumerable<Message> ReadLines(TextReader reader, string source)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line) && ReadLine(line, source, number) is { } message)
            {
                yield return message;
            }
        }
    }

    private static Message? ReadLine(string line, string source, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return ReadMessage(document.RootElement, $"{source} line {number}");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{source} line {number} is not valid JSON; was the file cut off?", e);
        }
    }

    private static Message? ReadMessage(JsonElement item, string where)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new UsageException($"{where} must be an object with role and content.");
        }

        foreach (var member in item.EnumerateObject())
        {
            if (!Members.Contains(member.Name, StringComparer.Ordinal) && !Speakers.Contains(member.Name, StringComparer.Ordinal)
                && !Wordless.Contains(member.Name, StringComparer.Ordinal) && !MessageTime.IsName(member.Name))
            {
                throw Unknown(member.Name, where);
            }
        }

        var (role, name) = Speaker(item, where);
        return IsOnlyCalls(item) ? null : new Message
        {
            Id = Text(item, "id", where),
            Role = role,
            Name = name,
            Content = Content(item, where),
            Time = MessageTime.Of(item, where),
        };
    }

    private static UsageException Unknown(string name, string where)
    {
        string[] known = [.. Members, MessageTime.Own];
        var remedy = Nearest.Find(name, [.. known, .. Speakers, "timestamp", "created_at"]) is { } near
            ? $"did you mean {near}?"
            : $"known are {string.Join(", ", known)}.";
        return new UsageException($"{where}: {Printable.Line(name)} is not known here; {remedy}");
    }

    // A speaker by the name of a role ("from": "human") is that role; every other is a person's name.
    private static (string Role, string? Name) Speaker(JsonElement item, string where)
    {
        var role = Text(item, "role", where);
        (string Member, string Text)? speaker = null;
        foreach (var member in Speakers)
        {
            if (SpeakerText(item, member, where) is { } text)
            {
                if (speaker is { } other && other.Text != text)
                {
                    throw new UsageException(
                        $"{where} has two speakers, {other.Member} {Printable.Show(other.Text)} and {member} {Printable.Show(text)}; leave one.");
                }

                speaker = (member, text);
            }
        }

        if (role is null && speaker is { } only && only.Member != "name" && MessageRules.RoleOf(only.Text) is { } byName)
        {
            return (byName, null);
        }

        role ??= "user";
        return (MessageRules.RoleOf(role) ?? role, speaker?.Text);
    }

    private static string? SpeakerText(JsonElement item, string member, string where) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object
            ? Text(value, "name", $"{where}: {member}")
            : Text(item, member, where);

    private static bool IsOnlyCalls(JsonElement item) =>
        (item.TryGetProperty("tool_calls", out _) || item.TryGetProperty("function_call", out _))
        && (
            !item.TryGetProperty("content", out var content)
            || content.ValueKind == JsonValueKind.Null
            || content is { ValueKind: JsonValueKind.String } && content.GetString()!.Length == 0);

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
}
