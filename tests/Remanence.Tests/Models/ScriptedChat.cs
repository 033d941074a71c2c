using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Remanence.Models;

namespace Remanence.Tests.Models;

/// <summary>A chat client that plays one step a call, the last one from then on.</summary>
internal sealed class ScriptedChat(params Func<CancellationToken, Task<ChatResponse>>[] steps) : IChatClient
{
    private readonly Lock _lock = new();

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = [];

    public int Calls
    {
        get
        {
            lock (_lock)
            {
                return Requests.Count;
            }
        }
    }

    public bool Disposed { get; private set; }

    public static Func<CancellationToken, Task<ChatResponse>> Says(string text, ChatFinishReason? finish = null, UsageDetails? usage = null) =>
        _ =>
            Task.FromResult(
                new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
                {
                    FinishReason = finish ?? ChatFinishReason.Stop,
                    Usage = usage,
                    ModelId = "fake-1",
                });

    public static Func<CancellationToken, Task<ChatResponse>> Fails(ModelFailure failure, TimeSpan? retryAfter = null) =>
        _ => Task.FromException<ChatResponse>(new ModelException(failure, "It failed.", "llm.default", retryAfter));

    public static Func<CancellationToken, Task<ChatResponse>> Hangs() => async token =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException();
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Next(messages, options)(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await Next(messages, options)(cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }

        if (response.AdditionalProperties?.ContainsKey("cut") == true)
        {
            throw new ModelException(ModelFailure.Unavailable, "The stream was cut.");
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ScriptedChat) ? this : null;

    public void Dispose() => Disposed = true;

    private Func<CancellationToken, Task<ChatResponse>> Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        lock (_lock)
        {
            Requests.Add(([.. messages], options));
            return steps[Math.Min(Requests.Count, steps.Length) - 1];
        }
    }
}
