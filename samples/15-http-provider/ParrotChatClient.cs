using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace HttpProvider;

public sealed class ParrotChatClient(ModelProfile profile, string? key, HttpClient http) : IChatClient
{
    private readonly EndpointFailures _failures = new(profile, profile.BaseUrl!.Authority);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var input = string.Join('\n', messages.Select(message => message.Text));
        try
        {
            return await SayAsync(input, options?.Temperature, cancellationToken);
        }
        catch (ModelException refused) when (refused.InnerException is EndpointErrorException { Status: 400, Error.Parameter: "temperature" })
        {
            // What the endpoint says stays in the exception's cause, where no log finds it.
            return await SayAsync(input, null, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw _failures.Bad("answered with something that is no parrot's; check base_url", exception);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<ChatResponse> SayAsync(string input, float? temperature, CancellationToken cancellationToken)
    {
        var sent = JsonSerializer.SerializeToUtf8Bytes(new { input, temperature });
        using var request = new HttpRequestMessage(HttpMethod.Post, profile.BaseUrl) { Content = new ByteArrayContent(sent) };
        request.Headers.TryAddWithoutValidation("X-Key", key);
        using var response = await http.SendAsync(request, cancellationToken);
        var reply = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));

        // An error may come with status 200; what it repeats of the request is nobody's to read.
        var error = ErrorText.Parse(reply);
        return reply.TryGetProperty("said", out var said) ? new ChatResponse(new ChatMessage(ChatRole.Assistant, said.GetString())) { ModelId = profile.Model }
            : throw _failures.Answered(error.Status ?? 500, error, EchoMask.Apply(error.Message, key, sent));
    }
}
