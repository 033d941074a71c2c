using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>Tools, how they may be chosen, and the form of the answer.</summary>
internal static class ToolWriter
{
    private const string Strict = "strict";

    public static void Add(JsonObject body, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        body["tools"] = new JsonArray([.. tools.Select(Tool)]);
        if (options.AllowMultipleToolCalls is { } several)
        {
            body["parallel_tool_calls"] = several;
        }

        switch (options.ToolMode)
        {
            case NoneChatToolMode:
                body["tool_choice"] = "none";
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                body["tool_choice"] = new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } };
                break;
            case RequiredChatToolMode:
                body["tool_choice"] = "required";
                break;
        }
    }

    /// <summary>The value of <c>response_format</c>; null for plain text.</summary>
    public static JsonObject? Format(ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson json)
        {
            return null;
        }

        if (json.Schema is not { } schema)
        {
            return new JsonObject { ["type"] = "json_object" };
        }

        var named = new JsonObject { ["name"] = Name(json.SchemaName), ["schema"] = RequestJson.Node(schema) };
        if (json.SchemaDescription is { } description)
        {
            named["description"] = description;
        }

        return new JsonObject { ["type"] = "json_schema", ["json_schema"] = named };
    }

    private static JsonNode Tool(AITool tool)
    {
        if (tool is not AIFunctionDeclaration function)
        {
            throw new NotSupportedException(
                $"A tool of type {tool.GetType().Name} is run by the endpoint's vendor; an OpenAI-compatible endpoint takes functions.");
        }

        var declared = new JsonObject
        {
            ["name"] = function.Name,
            ["description"] = function.Description,
            ["parameters"] = RequestJson.Node(function.JsonSchema),
        };
        if (function.AdditionalProperties.TryGetValue(Strict, out var strict) && strict is bool isStrict)
        {
            declared[Strict] = isStrict;
        }

        return new JsonObject { ["type"] = "function", ["function"] = declared };
    }

    private static string Name(string? name)
    {
        var characters = (name ?? "").Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' ? character : '_').Take(64).ToArray();
        return characters.Length == 0 ? "answer" : new string(characters);
    }
}
