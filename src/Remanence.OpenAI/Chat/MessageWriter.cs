using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>Conversations in the wire's form. Reasoning of earlier turns stays out of it.</summary>
internal static class MessageWriter
{
    public static JsonArray Write(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var written = new JsonArray();
        if (!string.IsNullOrWhiteSpace(options?.Instructions))
        {
            Add(written, "system", RequestJson.Text(options.Instructions));
        }

        foreach (var message in messages)
        {
            Write(written, message);
        }

        return written;
    }

    private static void Write(JsonArray written, ChatMessage message)
    {
        if (message.Role == ChatRole.Assistant)
        {
            WriteAssistant(written, message);
            return;
        }

        // Results answer the calls of the message before them, so they come first.
        var results = message.Contents.OfType<FunctionResultContent>().ToList();
        foreach (var result in results)
        {
            Add(written, "tool", RequestJson.Text(Text(result)))["tool_call_id"] = result.CallId;
        }

        if (results.Count == 0 || message.Contents.Any(content => content is TextContent { Text.Length: > 0 } or DataContent or UriContent))
        {
            var role = message.Role == ChatRole.Tool ? "user" : message.Role.Value;
            Name(Add(written, role, ContentWriter.Write(message)), message.AuthorName);
        }
    }

    private static void WriteAssistant(JsonArray written, ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        var text = string.Concat(message.Contents.OfType<TextContent>().Select(content => content.Text));
        var assistant = Add(written, "assistant", text.Length == 0 && calls.Count > 0 ? null : RequestJson.Text(text));
        Name(assistant, message.AuthorName);
        if (calls.Count > 0)
        {
            assistant["tool_calls"] = new JsonArray([.. calls.Select(Call)]);
        }
    }

    private static JsonObject Add(JsonArray written, string role, JsonNode? content)
    {
        var message = new JsonObject { ["role"] = role, ["content"] = content };
        written.Add((JsonNode)message);
        return message;
    }

    private static JsonNode Call(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = call.Name,
            ["arguments"] = RequestJson.Text(RequestJson.Text(Arguments(call))),
        },
    };

    private static JsonObject Arguments(FunctionCallContent call) =>
        new(
            (call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal)).Select(argument =>
                KeyValuePair.Create(argument.Key, RequestJson.Value(argument.Value))));

    private static string Text(FunctionResultContent result) => result switch
    {
        { Exception: { } exception } => "Error: " + exception.Message,
        { Result: null } => "",
        { Result: string text } => text,
        { Result: TextContent text } => text.Text,
        { Result: IEnumerable<AIContent> contents } => string.Concat(contents.OfType<TextContent>().Select(content => content.Text)),
        _ => RequestJson.Value(result.Result) is { } value ? RequestJson.Text(value) : "",
    };

    /// <summary>The endpoint takes letters, digits, <c>_</c> and <c>-</c>; a name with none of these says nothing there.</summary>
    private static void Name(JsonObject message, string? name)
    {
        if (name is not null && name.Any(char.IsAsciiLetterOrDigit))
        {
            message["name"] = new string([
                .. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' ? character : '_').Take(64),
            ]);
        }
    }
}
