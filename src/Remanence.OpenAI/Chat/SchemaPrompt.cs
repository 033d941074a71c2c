using System.Text.Json.Nodes;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>Where an endpoint does not take <c>response_format</c>, the model is told of the wanted shape in words, or it would never know of it.</summary>
internal static class SchemaPrompt
{
    /// <summary>Adds the schema that the body's <c>response_format</c> holds to its last message, which is left as it is when there is none.</summary>
    public static void Add(JsonObject body)
    {
        if (body["response_format"]?["json_schema"]?["schema"] is not { } schema || body["messages"] is not JsonArray messages)
        {
            return;
        }

        var instruction = "Answer with JSON alone, no other text. It must match this schema: " + RequestJson.Text(schema);

        // Many chat templates want users and assistants to take turns, so that a message of its own is the second choice.
        if (messages.LastOrDefault() is JsonObject last && (string?)last["role"] == "user" && last["content"] is JsonValue content)
        {
            last["content"] = $"{(string?)content}\n\n{instruction}";
        }
        else
        {
            messages.Add((JsonNode)new JsonObject { ["role"] = "user", ["content"] = instruction });
        }
    }
}
