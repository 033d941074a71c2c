using System.Text.Json;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>The parts of a message or of a stream's delta, in whichever way an endpoint sends them.</summary>
internal static class MessageParts
{
    private static readonly string[] ReasoningNames = ["reasoning_content", "reasoning"];
    private static readonly string[] TextTypes = ["text", "output_text"];

    /// <summary>Text: a string, null, or a list of parts.</summary>
    public static string Text(JsonElement message) =>
        message.TryText("content", out var text) ? text : Parts(message, TextTypes, "text");

    /// <summary>Reasoning that came beside the text.</summary>
    public static string Reasoning(JsonElement message)
    {
        foreach (var name in ReasoningNames)
        {
            if (message.TryText(name, out var reasoning))
            {
                return reasoning;
            }
        }

        return Parts(message, ["thinking", "reasoning"], "thinking");
    }

    /// <summary>Whether the model declined.</summary>
    public static bool IsRefusal(JsonElement message) => message.TryText("refusal", out _) || Parts(message, ["refusal"], "refusal").Length > 0;

    private static string Parts(JsonElement message, string[] types, string member)
    {
        if (!message.TryArray("content", out var parts))
        {
            return "";
        }

        return string.Concat(parts.EnumerateArray()
            .Where(part => part.TryText("type", out var type) && types.Contains(type))
            .Select(part => part.TryText(member, out var text) ? text : part.TryArray(member, out var inner) ? Inner(inner) : ""));
    }

    private static string Inner(JsonElement parts) => string.Concat(parts.EnumerateArray().Select(part => part.TryText("text", out var text) ? text : ""));
}
