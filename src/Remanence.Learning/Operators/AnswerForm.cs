using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Operators;

/// <summary>
/// How the flows that come with Remanence write memories and messages in their answers. Registered as a service; default: <see cref="Native"/>. Thread-safe.
/// </summary>
public abstract class AnswerForm
{
    /// <summary>As the native interface writes them.</summary>
    public static AnswerForm Native { get; } = new NativeForm();

    /// <summary>The arguments of a call as JSON; an empty object where the model sent none that can be read.</summary>
    /// <param name="call">The call.</param>
    public static string ArgumentsOf(FunctionCallContent call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return JsonBuild
            .Object(
                (call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal)).Select(argument =>
                    KeyValuePair.Create(argument.Key, Value(argument.Value))))
            .GetRawText();
    }

    /// <summary>A memory.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="score">Another score than its own, such as that of a search.</param>
    public abstract JsonElement Write(Memory memory, double? score = null);

    /// <summary>A message of an agent's run.</summary>
    /// <param name="message">Its role; its contents: text, reasoning, calls of tools, a call's result as text.</param>
    /// <param name="time">When it was said.</param>
    public abstract JsonObject Write(ChatMessage message, DateTimeOffset time);

    /// <summary>JSON that is an answer's text.</summary>
    /// <param name="json">The JSON.</param>
    public abstract string Text(JsonElement json);

    private static JsonElement Value(object? value) => value switch
    {
        null => JsonBuild.Null,
        JsonElement json => json,
        JsonNode node => JsonElement.Parse(node.ToJsonString()),
        string text => JsonBuild.Text(text),
        bool flag => JsonBuild.Boolean(flag),
        int number => JsonBuild.Number(number),
        long number => JsonBuild.Number(number),
        double number => JsonBuild.Number(number),
        _ => JsonBuild.Text(value.ToString() ?? ""),
    };
}
