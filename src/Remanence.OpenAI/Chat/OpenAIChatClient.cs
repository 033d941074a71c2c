using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using Remanence.OpenAI.Requests;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Remanence.OpenAI.Chat;

/// <summary>Chat with one model behind an OpenAI-compatible endpoint.</summary>
internal sealed class OpenAIChatClient : IChatClient
{
    private readonly OpenAIConnection _connection;
    private readonly ChatClient _client;
    private readonly ChatClientMetadata _metadata;

    public OpenAIChatClient(OpenAIConnection connection)
    {
        _connection = connection;
        _client = new ChatClient(connection.Profile.Model, connection.Authentication, connection.Options);
        _metadata = new ChatClientMetadata("openai", connection.Endpoint, connection.Profile.Model);
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        using var answer = await AskAsync(messages, options, stream: false, cancellationToken);
        return await ReadWholeAsync(answer, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        using var answer = await AskAsync(messages, options, stream: true, cancellationToken);
        if (
            answer.Response.Headers.TryGetValue("Content-Type", out var type)
            && type?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            // It does not stream; the whole reply is an answer as well.
            foreach (var update in (await ReadWholeAsync(answer, cancellationToken)).ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        await foreach (var update in new StreamReader(_connection, answer.Sent).ReadAsync(answer.Response.ContentStream!, cancellationToken))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(ChatClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _connection.Dispose();

    private async Task<Answer> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellationToken)
    {
        var written = MessageWriter.Write(messages, options);
        return await _connection.Refused.CallAsync(
            refused => ChatBody.Build(_connection.Profile, written, options, stream, refused),
            body => SendAsync(body, stream, cancellationToken));
    }

    private async Task<Answer> SendAsync(JsonObject body, bool stream, CancellationToken cancellationToken)
    {
        var sent = RequestJson.Bytes(body);
        using var content = BinaryContent.Create(sent);
        return new Answer(await _connection.SendAsync(request => _client.CompleteChatAsync(content, request), stream, cancellationToken), sent);
    }

    private async Task<ChatResponse> ReadWholeAsync(Answer answer, CancellationToken cancellationToken)
    {
        using var document = await _connection.ReadJsonAsync(answer.Response, answer.Sent, cancellationToken);
        try
        {
            return ChatReplyReader.Read(document.RootElement, _connection.Failures);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape: valid JSON, but no text.
            throw _connection.Failures.Bad("answered with text that is not Unicode");
        }
    }

    private sealed record Answer(PipelineResponse Response, BinaryData Sent) : IDisposable
    {
        public void Dispose() => Response.Dispose();
    }
}
