using System.Text;
using System.Text.Json;
using Remanence.Json;

namespace Remanence.TaskMemory.Trajectories;

/// <summary>
/// Reads trajectories as ReMe's clients send them. Tolerant: contents that are null or in parts, tool calls in OpenAI's nested and in the flat form, roles of
/// any name, scores as numbers, strings or not at all. What has no meaning is refused with its place.
/// </summary>
internal static class TrajectoryReader
{
    private const string Field = "trajectories";

    /// <exception cref="InvalidRequestException">They cannot be understood.</exception>
    public static IReadOnlyList<Trajectory> Read(JsonElement trajectories)
    {
        if (trajectories.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            throw new InvalidRequestException(Field, "trajectories is missing: give a list of runs, each with its messages and score.");
        }

        if (trajectories.ValueKind != JsonValueKind.Array)
        {
            throw JsonMembers.Wrong(Field, "an array", trajectories);
        }

        return [.. trajectories.EnumerateArray().Select((trajectory, i) => ReadOne(trajectory, $"{Field}[{i}]"))];
    }

    /// <summary>Messages alone, as <c>messages</c> of a request.</summary>
    public static IReadOnlyList<TrajectoryMessage> ReadMessages(JsonElement messages, string at)
    {
        if (messages.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return [];
        }

        return messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select((message, i) => ReadMessage(message, $"{at}[{i}]"))]
            : throw JsonMembers.Wrong(at, "an array", messages);
    }

    private static Trajectory ReadOne(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonMembers.Wrong(at, "an object", json);
        }

        var metadata = json.Object("metadata", at);
        return new Trajectory
        {
            TaskId = json.Member("task_id") is { } id ? JsonMembers.AnyText(id, at + ".task_id") : "",
            Messages = json.Member("messages") is { } messages ? ReadMessages(messages, at + ".messages") : [],
            Score = json.Number("score", at),
            Query = metadata?.Member("query") is { } query ? Blank(JsonMembers.AnyText(query, at + ".metadata.query")) : null,
            Segments = metadata is { } object_ ? ReadSegments(object_, at + ".metadata") : null,
            Metadata = metadata,
        };
    }

    private static List<IReadOnlyList<TrajectoryMessage>>? ReadSegments(JsonElement metadata, string at)
    {
        var segments = metadata
            .Items("segments", at)
            .Select((segment, i) => ReadMessages(segment, $"{at}.segments[{i}]"))
            .Where(segment => segment.Count > 0)
            .ToList();
        return segments.Count == 0 ? null : segments;
    }

    private static TrajectoryMessage ReadMessage(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonMembers.Wrong(at, "an object", json);
        }

        return new TrajectoryMessage
        {
            Role = Blank(json.Text("role", at)) ?? "user",
            Content = json.Member("content") is { } content ? ReadContent(content, at + ".content") : "",
            Reasoning = json.Text("reasoning_content", at) ?? "",
            ToolCalls = ReadToolCalls(json, at),
            ToolCallId = json.Member("tool_call_id") is { } call ? JsonMembers.AnyText(call, at + ".tool_call_id") : "",
            Name = Blank(json.Text("name", at)),
            Time = ReadTime(json),
        };
    }

    private static string ReadContent(JsonElement content, string at)
    {
        if (content.ValueKind != JsonValueKind.Array)
        {
            return content.ValueKind == JsonValueKind.Object ? ReadPart(content, at) : JsonMembers.AnyText(content, at);
        }

        var text = new StringBuilder();
        var i = 0;
        foreach (var part in content.EnumerateArray())
        {
            var words = ReadPart(part, $"{at}[{i++}]");
            text.Append(text.Length == 0 || words.Length == 0 ? "" : "\n").Append(words);
        }

        return text.ToString();
    }

    // A picture cannot be kept in a text, but that there was one can.
    private static string ReadPart(JsonElement part, string at)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            return JsonMembers.AnyText(part, at);
        }

        return part.Member("text") is { } text
            ? JsonMembers.AnyText(text, at + ".text")
            : part.Member("type") is { } type ? $"[{JsonMembers.AnyText(type, at + ".type")}]" : JsonMembers.AnyText(part, at);
    }

    private static List<ToolCall> ReadToolCalls(JsonElement json, string at)
    {
        var calls = new List<ToolCall>();
        foreach (var call in json.Items("tool_calls", at))
        {
            calls.Add(ReadToolCall(call, $"{at}.tool_calls[{calls.Count}]"));
        }

        // The form that came before tool calls.
        if (calls.Count == 0 && json.Object("function_call", at) is { } function)
        {
            calls.Add(ReadToolCall(function, at + ".function_call"));
        }

        return calls;
    }

    private static ToolCall ReadToolCall(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonMembers.Wrong(at, "an object", json);
        }

        var function = json.Object("function", at) is { } nested ? nested : json;
        return new ToolCall
        {
            Id = json.Member("id") is { } id ? JsonMembers.AnyText(id, at + ".id") : "",
            Name = function.Text("name", at) ?? "",
            Arguments = function.Member("arguments") is { } arguments ? JsonMembers.AnyText(arguments, at + ".arguments") : "",
        };
    }

    private static DateTimeOffset? ReadTime(JsonElement json)
    {
        var text = json.Member("time") ?? json.Member("time_created");
        return text is { ValueKind: JsonValueKind.String } value && JsonMembers.TryText(value, out var words) && JsonTime.TryParse(words, out var time)
            ? time
            : null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
