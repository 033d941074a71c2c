using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Endpoints;

namespace Remanence.Anthropic;

/// <summary>
/// Anthropic's chat client, with the profile's parameters as defaults and failures told as this system tells them. What happens on the wire, the handler below
/// has told already.
/// </summary>
internal sealed class AnthropicChatClient(IChatClient inner, EndpointFailures failures, ChatOptions defaults, HttpClient http) : DelegatingChatClient(inner)
{
    private const string Refusal = "refusal";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ChatResponse response;
        try
        {
            response = await base.GetResponseAsync(messages, Merge(options), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Told(exception);
        }

        Check(response.Messages.SelectMany(message => message.Contents).Any(IsUsable), response.FinishReason);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (begun, usable) = (false, false);
        ChatFinishReason? finish = null;
        await using var updates = base.GetStreamingResponseAsync(messages, Merge(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates))
        {
            begun = true;
            usable |= updates.Current.Contents.Any(IsUsable);
            finish = updates.Current.FinishReason ?? finish;
            yield return updates.Current;
        }

        if (finish is null)
        {
            // A page of a proxy holds no event; a stream that was cut holds some.
            throw begun ? failures.CutOff() : NoReply();
        }

        Check(usable, finish);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            http.Dispose();
        }
    }

    private static bool IsUsable(AIContent content) => content is FunctionCallContent || content is TextContent text && !string.IsNullOrWhiteSpace(text.Text);

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Told(exception);
        }
    }

    private void Check(bool usable, ChatFinishReason? finish)
    {
        if (finish == ChatFinishReason.ContentFilter || finish?.Value == Refusal)
        {
            throw failures.Refused();
        }

        if (!usable)
        {
            throw failures.Bad(
                finish == ChatFinishReason.Length ? "used up its tokens before it came to an answer; raise max_tokens" : "answered with nothing");
        }
    }

    /// <summary>The failure, which the package may have wrapped.</summary>
    private Exception Told(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is ModelException told)
            {
                return told;
            }
        }

        return exception switch
        {
            // An error inside a stream; its words may repeat the conversation.
            AnthropicServiceException service => failures.Answered(Status(service), ErrorText.None, ""),
            AnthropicException or JsonException or InvalidOperationException => NoReply(),
            _ => exception,
        };
    }

    private ModelException NoReply() => failures.Bad("answered with something that is no reply of Anthropic's; check base_url");

    private static int Status(AnthropicServiceException exception) => exception.Type?.Raw() switch
    {
        "authentication_error" or "permission_error" => 401,
        "billing_error" => 402,
        "rate_limit_error" => 429,
        "invalid_request_error" => 400,
        "not_found_error" => 404,
        _ => 500,
    };

    private ChatOptions Merge(ChatOptions? options)
    {
        var merged = options?.Clone() ?? new ChatOptions();
        merged.MaxOutputTokens ??= defaults.MaxOutputTokens;
        merged.StopSequences ??= defaults.StopSequences;
        return merged;
    }
}
