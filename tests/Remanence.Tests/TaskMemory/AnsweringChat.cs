using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Remanence.Models;

namespace Remanence.Tests.TaskMemory;

/// <summary>A model that answers by what it is asked, whatever the order.</summary>
internal sealed class AnsweringChat : IChatClient
{
    private readonly List<(string Words, Func<string, string> Answer)> _answers = [];
    private int _running;

    public List<string> Prompts { get; } = [];

    public int MostAtOnce { get; private set; }

    /// <summary>Failing every call, when set.</summary>
    public ModelFailure? Failure { get; set; }

    /// <summary>When set, calls wait until so many are under way.</summary>
    public TaskCompletionSource? AllThere { get; set; }

    public int WaitFor { get; set; }

    public AnsweringChat When(string words, string answer) => When(words, _ => answer);

    public AnsweringChat When(string words, Func<string, string> answer)
    {
        _answers.Add((words, answer));
        return this;
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var prompt = string.Join('\n', messages.Select(message => message.Text));
        lock (Prompts)
        {
            Prompts.Add(prompt);
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
            if (_running == WaitFor)
            {
                AllThere?.TrySetResult();
            }
        }

        try
        {
            if (Failure is { } failure)
            {
                throw new ModelException(failure, "The endpoint is down; start it.");
            }

            await (AllThere?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            var answer = _answers.Find(each => prompt.Contains(each.Words, StringComparison.Ordinal)).Answer
                ?? throw new InvalidOperationException("Nobody expected this prompt: " + prompt);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(prompt))) { FinishReason = ChatFinishReason.Stop };
        }
        finally
        {
            lock (Prompts)
            {
                _running--;
            }
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

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
