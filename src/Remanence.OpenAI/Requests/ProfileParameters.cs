using System.Text.Json;
using Remanence.Models.Profiles;

namespace Remanence.OpenAI.Requests;

/// <summary>What a profile's parameters say, by their names in the file.</summary>
internal static class ProfileParameters
{
    /// <summary>Fields of a chat request that a profile may set.</summary>
    public static readonly string[] Chat =
    [
        "temperature", "top_p", "top_k", "min_p", "seed", "max_tokens", "max_completion_tokens", "presence_penalty", "frequency_penalty", "repetition_penalty",
        "stop", "enable_thinking", "thinking_budget", "reasoning_effort", "chat_template_kwargs", "tool_choice", "parallel_tool_calls", "stream_options",
        "user",
        "service_tier",
    ];

    /// <summary>All that the backend knows.</summary>
    public static readonly string[] All =
    [
        .. Chat, "dimensions", "encoding_format", "max_batch_size", "language", "prompt", "organization", "project", "extra_body", "extra_headers",
    ];

    public static JsonElement? Value(this ModelProfile profile, string name) =>
        profile.Parameters.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public static string? Text(this ModelProfile profile, string name) => profile.Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(profile, name, "a text");

    /// <summary>A positive whole number, also where it was written as text.</summary>
    public static int? Number(this ModelProfile profile, string name) => profile.Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number
        : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out number) && number > 0 ? number
        : throw Wrong(profile, name, "a positive whole number");

    /// <summary>The fields of <c>extra_body</c>.</summary>
    public static IEnumerable<JsonProperty> ExtraBody(this ModelProfile profile) => Object(profile, "extra_body");

    /// <summary>The headers of <c>extra_headers</c>.</summary>
    public static IEnumerable<(string Name, string Value)> Headers(this ModelProfile profile) =>
        Object(profile, "extra_headers").Select(header => (header.Name, header.Value.ToString()));

    private static JsonProperty[] Object(ModelProfile profile, string name) => profile.Value(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()]
        : throw Wrong(profile, name, "a map");

    private static ArgumentException Wrong(ModelProfile profile, string name, string what) => new($"{profile.Name}: {name} must be {what}.", nameof(profile));
}
