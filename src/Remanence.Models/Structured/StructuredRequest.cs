using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Remanence.Models.Caching;
using Remanence.Models.Profiles;
using Remanence.Models.Prompts;

namespace Remanence.Models.Structured;

/// <summary>One request for a value, with its repairs.</summary>
internal sealed class StructuredRequest<T>(IChatClient client, IReadOnlyList<ChatMessage> messages, JsonTypeInfo<T> type, StructuredOutputOptions<T> options)
    where T : notnull
{
    // What the model is shown of its own reply and of its error.
    private const int MaxReplyShown = 8000;
    private const int MaxErrorShown = 500;
    private readonly NativeSupport _support = NativeSupport.Of(client);
    private readonly ReplySchema _schema = ReplySchema.Of(type);
    private readonly ReplyReader<T> _reader = new(type, ReplySchema.Of(type));
    private readonly string? _profile = (client.GetService(typeof(ModelProfile)) as ModelProfile)?.Name;

    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        var request = messages;
        for (var repairs = 0; ; repairs++)
        {
            var (reply, sent, sentOptions) = await AskAsync(request, isRepair: repairs > 0, cancellationToken);
            ThrowIfRefusedOrCut(reply);
            var text = Text(reply);
            string? error = null;
            if (text.Length > 0)
            {
                (var found, var value, error) = _reader.Read(text);
                if (found)
                {
                    error = options.Validate?.Invoke(value!);
                    if (error is null)
                    {
                        return value!;
                    }
                }
                else if (sentOptions.ResponseFormat == _schema.Format)
                {
                    // An endpoint that kept to the schema would not have answered so.
                    _support.Lacking();
                }
            }

            (client.GetService(typeof(CachingChatClient)) as CachingChatClient)?.Forget(sent, sentOptions);
            if (repairs >= options.MaxRepairs)
            {
                throw Bad(error is null ? "the answer was empty" : "the answer was not of the wanted shape", repairs);
            }

            request = error is null ? WithNote(messages, StructuredPrompts.Empty, Values()) : WithRepair(text, error);
        }
    }

    private async Task<(ChatResponse Reply, IReadOnlyList<ChatMessage> Sent, ChatOptions Options)> AskAsync(
        IReadOnlyList<ChatMessage> request, bool isRepair, CancellationToken cancellationToken)
    {
        // A repair's own text holds the schema.
        var native = _support.Native;
        var sent = native || isRepair ? request : WithNote(request, StructuredPrompts.Schema, Values());
        var sentOptions = options.Chat?.Clone() ?? new ChatOptions();
        sentOptions.ResponseFormat = native ? _schema.Format : null;
        try
        {
            return (await client.GetResponseAsync(sent, sentOptions, cancellationToken), sent, sentOptions);
        }
        catch (ModelException exception) when (native && exception.Failure == ModelFailure.Rejected)
        {
            // Perhaps for its response format. If it goes without, that was it.
            sentOptions = sentOptions.Clone();
            sentOptions.ResponseFormat = null;
            sent = isRepair ? request : WithNote(request, StructuredPrompts.Schema, Values());
            var reply = await client.GetResponseAsync(sent, sentOptions, cancellationToken);
            _support.Lacking();
            return (reply, sent, sentOptions);
        }
    }

    private void ThrowIfRefusedOrCut(ChatResponse reply)
    {
        if (
            reply.FinishReason == ChatFinishReason.ContentFilter
            || reply
                .Messages.SelectMany(message => message.Contents)
                .OfType<ErrorContent>()
                .Any(error => string.Equals(error.ErrorCode, "refusal", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ModelException(
                ModelFailure.Refused,
                $"{Who}: the model, or a filter before it, declined to answer; another model may answer, or another wording.",
                _profile);
        }

        if (reply.FinishReason == ChatFinishReason.Length)
        {
            throw new ModelException(
                ModelFailure.BadReply,
                $"{Who}: the answer was cut at its length limit; raise the limit of output tokens, or ask for less at once.",
                _profile);
        }
    }

    // Some endpoints put the whole answer where the reasoning belongs.
    private static string Text(ChatResponse reply)
    {
        var text = reply.Text.Trim();
        return text.Length > 0
            ? text
            : string.Concat(reply.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text)).Trim();
    }

    private List<ChatMessage> WithRepair(string reply, string error) =>
    [
        .. messages,
        new ChatMessage(ChatRole.Assistant, Cut(reply, MaxReplyShown)),
        new ChatMessage(ChatRole.User, StructuredPrompts.Repair.Render(options.Language, Values().Text("error", Cut(error, MaxErrorShown)))),
    ];

    // Into the last message where it is the user's: not every model's template takes two of them in a row.
    private List<ChatMessage> WithNote(IReadOnlyList<ChatMessage> request, Prompt note, PromptValues values)
    {
        var text = note.Render(options.Language, values);
        if (request is [.., var last] && last.Role == ChatRole.User && last.Contents is [TextContent content])
        {
            return [.. request.SkipLast(1), new ChatMessage(ChatRole.User, $"{content.Text}\n\n{text}") { AuthorName = last.AuthorName }];
        }

        return [.. request, new ChatMessage(ChatRole.User, text)];
    }

    private PromptValues Values() => new PromptValues().Text("schema", _schema.Text);

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0)), " …");

    private string Who => _profile ?? "the model";

    private ModelException Bad(string what, int repairs) =>
        new(
            ModelFailure.BadReply,
            $"{Who}: {what}{(repairs > 0 ? $", also after {repairs} {(repairs == 1 ? "repair" : "repairs")}" : string.Empty)}; a stronger model may do better.",
            _profile);
}
