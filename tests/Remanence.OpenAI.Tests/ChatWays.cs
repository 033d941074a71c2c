using Microsoft.Extensions.AI;

namespace Remanence.OpenAI.Tests;

internal static class ChatWays
{
    public static Task<ChatResponse> AskAsync(
        this IChatClient client,
        ChatWay way,
        string text,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => client.AskAsync(way, [new ChatMessage(ChatRole.User, text)], options, cancellationToken);

    public static Task<ChatResponse> AskAsync(
        this IChatClient client, ChatWay way, IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        way == ChatWay.Whole
            ? client.GetResponseAsync(messages, options, cancellationToken)
            : client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public static string Reasoning(this ChatResponse response) =>
        string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text));
}
