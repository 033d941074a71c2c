using Microsoft.Extensions.AI;

namespace Remanence.Tests.TaskMemory;

/// <summary>A model that calls one tool where it is offered any, and else answers with one text.</summary>
internal sealed class CallingChat(string tool, string answer) : IChatClient
{
    public IReadOnlyList<string> Offered { get; private set; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.Tools is { Count: > 0 } tools)
        {
            Offered = [.. tools.Select(offered => offered.Name)];
            return Task.FromResult(
                new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", tool)])) { FinishReason = ChatFinishReason.ToolCalls });
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)) { FinishReason = ChatFinishReason.Stop });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
