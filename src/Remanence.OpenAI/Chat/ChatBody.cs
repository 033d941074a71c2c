using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>The body of a chat request: the profile's parameters, over them the call's options, over them its additional properties.</summary>
internal static class ChatBody
{
    private static readonly string[] OnlyWithTools = ["tool_choice", "parallel_tool_calls"];

    /// <param name="profile">How the model is asked.</param>
    /// <param name="messages">The conversation, as <see cref="MessageWriter"/> wrote it; not changed.</param>
    /// <param name="options">The call's options.</param>
    /// <param name="stream">Whether a stream is wanted.</param>
    /// <param name="refused">Fields that the endpoint does not take.</param>
    public static JsonObject Build(ModelProfile profile, JsonArray messages, ChatOptions? options, bool stream, ImmutableHashSet<string> refused)
    {
        var body = new JsonObject { ["model"] = options?.ModelId ?? profile.Model, ["messages"] = messages.DeepClone() };
        AddProfile(body, profile, stream);
        if (options is not null)
        {
            AddOptions(body, options);
        }

        if (body["tools"] is not JsonArray { Count: > 0 })
        {
            Remove(body, OnlyWithTools);
        }

        if (stream)
        {
            body["stream"] = true;
        }

        if (refused.Contains("response_format"))
        {
            SchemaPrompt.Add(body);
        }

        if (refused.Contains("max_tokens") && body["max_tokens"] is { } longest)
        {
            // OpenAI's newer models know it under this name only.
            body["max_completion_tokens"] ??= longest.DeepClone();
        }

        Remove(body, refused);
        return body;
    }

    private static void AddProfile(JsonObject body, ModelProfile profile, bool stream)
    {
        foreach (var name in ProfileParameters.Chat)
        {
            if (profile.Value(name) is { } value && name != "stream_options")
            {
                body[name] = RequestJson.Node(value);
            }
        }

        if (stream)
        {
            if (!profile.Parameters.TryGetValue("stream_options", out var streaming))
            {
                body["stream_options"] = new JsonObject { ["include_usage"] = true };
            }
            else if (RequestJson.Node(streaming) is { } given)
            {
                body["stream_options"] = given;
            }
        }

        foreach (var field in profile.ExtraBody())
        {
            body[field.Name] = RequestJson.Node(field.Value);
        }
    }

    private static void AddOptions(JsonObject body, ChatOptions options)
    {
        Set(body, "temperature", options.Temperature);
        Set(body, "top_p", options.TopP);
        Set(body, "top_k", options.TopK);
        Set(body, "frequency_penalty", options.FrequencyPenalty);
        Set(body, "presence_penalty", options.PresencePenalty);
        Set(body, "seed", options.Seed);
        if (options.MaxOutputTokens is { } longest)
        {
            // Where the profile already uses the newer name, both would contradict each other.
            body[body.ContainsKey("max_completion_tokens") ? "max_completion_tokens" : "max_tokens"] = longest;
        }

        if (options.StopSequences is { Count: > 0 } stops)
        {
            body["stop"] = new JsonArray([.. stops.Select(RequestJson.Text)]);
        }

        if (Effort(options.Reasoning?.Effort) is { } effort)
        {
            body["reasoning_effort"] = effort;
        }

        if (ToolWriter.Format(options.ResponseFormat) is { } format)
        {
            body["response_format"] = format;
        }

        ToolWriter.Add(body, options);
        foreach (var (name, value) in options.AdditionalProperties ?? [])
        {
            body[name] = RequestJson.Value(value);
        }
    }

    private static string? Effort(ReasoningEffort? effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        ReasoningEffort.ExtraHigh => "xhigh",
        _ => null,
    };

    private static void Set(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static void Remove(JsonObject body, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            body.Remove(name);
        }
    }
}
