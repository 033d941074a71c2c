using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models.Endpoints;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>A whole chat reply.</summary>
internal static class ChatReplyReader
{
    public static ChatResponse Read(JsonElement reply, EndpointFailures failures)
    {
        if (!reply.TryArray("choices", out var choices) || choices.GetArrayLength() == 0 || !choices[0].TryObject("message", out var message))
        {
            throw failures.Bad("answered without a message");
        }

        var finish = Finish(choices[0]);
        if (finish == ChatFinishReason.ContentFilter || MessageParts.IsRefusal(message))
        {
            throw failures.Refused();
        }

        var contents = new List<AIContent>();
        if (MessageParts.Reasoning(message) is { Length: > 0 } reasoning)
        {
            contents.Add(new TextReasoningContent(reasoning));
        }

        contents.AddRange(ThoughtSplitter.Split(MessageParts.Text(message)).Select(Content));
        var calls = new ToolCalls();
        calls.Add(message);
        contents.AddRange(calls.Take());
        CheckUsable(contents.Exists(IsUsable), finish, failures);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ResponseId = reply.TryText("id", out var id) ? id : null,
            ModelId = reply.TryText("model", out var model) ? model : null,
            CreatedAt = Created(reply),
            FinishReason = finish,
            Usage = UsageReader.Read(reply),
        };
    }

    public static AIContent Content((string Text, bool IsThought) part) => part.IsThought ? new TextReasoningContent(part.Text) : new TextContent(part.Text);

    /// <summary>Whether the content is something to go on with: a text that is not blank, or a call.</summary>
    public static bool IsUsable(AIContent content) => content is FunctionCallContent || content is TextContent text && !string.IsNullOrWhiteSpace(text.Text);

    public static void CheckUsable(bool usable, ChatFinishReason? finish, EndpointFailures failures)
    {
        if (!usable)
        {
            throw failures.Bad(finish == ChatFinishReason.Length
                ? "used up its tokens before it came to an answer; raise max_tokens or turn reasoning off"
                : "answered with nothing");
        }
    }

    public static ChatFinishReason? Finish(JsonElement choice) => choice.TryText("finish_reason", out var reason)
        ? reason == "function_call" ? ChatFinishReason.ToolCalls : new ChatFinishReason(reason)
        : null;

    public static DateTimeOffset? Created(JsonElement reply) =>
        reply.Count("created") is > 0 and < 253402300800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
